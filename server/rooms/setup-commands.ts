import type { ImageId } from '../protocol/ids';
import type { Crop } from '../protocol/images';
import { MAX_ASPECT_RATIO, MAX_STYLE_IMAGES } from '../protocol/limits';
import { isActive } from '../protocol/runs';
import type { Setup } from '../protocol/room';
import type { SettingsPatch } from '../protocol/settings';
import { dropTakenAdvice } from './run-advice';
import { addMark } from './marks';
import { findRun, type MemberRecord, type RoomRecord } from './record';
import { checkSettings, isBlendOff, mergeSettings, steer } from './settings';
import { checkSteering } from './steering';
import type { RoomContext } from './inputs';
import { keep, refuse, type Transition } from './outcome';

interface PictureChoice {
  readonly imageId: ImageId;
  readonly crop: Crop | null;
}

/** Makes an uploaded picture, or a part of it, the content image. */
export function setContent(room: RoomRecord, choice: PictureChoice): Transition {
  const refusal = checkPicture(room, choice);
  if (refusal) return refusal;
  return keep(withSetup(room, { content: { imageId: choice.imageId, crop: choice.crop } }));
}

/** Takes the content image out of the setup. One that somebody has put in its place meanwhile stays. */
export function removeContent(room: RoomRecord, imageId: ImageId): Transition {
  if (room.setup.content?.imageId !== imageId) {
    return refuse('not-found', 'This content image is not in use any more.', 'imageId');
  }
  return keep(withSetup(room, { content: null }));
}

/** Adds a style picture; where it is there already, changes its crop. */
export function addStyle(room: RoomRecord, choice: PictureChoice): Transition {
  const refusal = checkPicture(room, choice);
  if (refusal) return refusal;
  const picture = { imageId: choice.imageId, crop: choice.crop };
  const { styles } = room.setup;
  if (styles.some((style) => style.imageId === choice.imageId)) {
    return keep(
      withSetup(room, {
        styles: styles.map((style) => (style.imageId === choice.imageId ? picture : style)),
      }),
    );
  }
  if (styles.length >= MAX_STYLE_IMAGES) {
    return refuse(
      'quota',
      `A run blends at most ${MAX_STYLE_IMAGES} style pictures. Remove one to add another.`,
      'imageId',
    );
  }
  return keep(withSetup(room, { styles: [...styles, picture] }));
}

/** Takes a style picture out of the setup, and its share of the blend. */
export function removeStyle(room: RoomRecord, imageId: ImageId): Transition {
  const { styles, settings } = room.setup;
  if (!styles.some((style) => style.imageId === imageId)) {
    return refuse('not-found', 'This style picture is not in use any more.', 'imageId');
  }
  const styleBlend = Object.fromEntries(Object.entries(settings.styleBlend).filter(([id]) => id !== imageId));
  return keep(
    withSetup(room, {
      styles: styles.filter((style) => style.imageId !== imageId),
      settings: { ...settings, styleBlend },
    }),
  );
}

/** Puts a style picture into another place, counted from 0; the others keep their order. */
export function moveStyle(room: RoomRecord, imageId: ImageId, to: number): Transition {
  const { styles } = room.setup;
  const from = styles.findIndex((style) => style.imageId === imageId);
  const picture = styles[from];
  if (!picture) return refuse('not-found', 'This style picture is not in use any more.', 'imageId');
  if (from === Math.min(to, styles.length - 1)) return keep(room);
  const others = styles.filter((style) => style !== picture);
  return keep(withSetup(room, { styles: [...others.slice(0, to), picture, ...others.slice(to)] }));
}

/**
 * Changes the setup, and steers the run that is going with whatever can be steered. What the run cannot take is refused
 * as a whole.
 */
export function changeSettings(
  room: RoomRecord,
  member: MemberRecord,
  patch: SettingsPatch,
  context: RoomContext,
): Transition {
  const before = room.setup.settings;
  const run = room.runs.find((candidate) => isActive(candidate.status));
  const blendable = new Set<string>(
    [...room.setup.styles, ...(run?.styles ?? [])].map(({ imageId }) => imageId),
  );
  if (Object.keys(patch.styleBlend ?? {}).some((id) => !blendable.has(id))) {
    return refuse(
      'invalid',
      'styleBlend: names a picture that is not among the style pictures.',
      'styleBlend',
    );
  }
  const settings = mergeSettings(before, patch);
  const problem = checkSettings(settings, room.images);
  if (problem) return { ok: false, problem };
  if (room.setup.styles.length > 0 && isBlendOff(room.setup.styles, settings)) {
    return refuse(
      'invalid',
      'At least one painting needs a share above 0. Nothing was changed; raise another one first.',
      'styleBlend',
    );
  }
  if (JSON.stringify(settings) === JSON.stringify(before)) return keep(room);

  const changed = dropTakenAdvice(withSetup(room, { settings }));
  if (!run) return keep(changed);
  const steered = steer(run, patch);
  if (steered === run.settings) return keep(changed);
  const refusal = checkSteering(run, steered, context);
  if (refusal) return refusal;
  const marked = addMark({ ...findRun(changed, run.id), settings: steered }, run.settings, member, context);
  return keep(
    { ...changed, runs: changed.runs.map((other) => (other.id === run.id ? marked : other)) },
    { type: 'steer-run', runId: run.id, settings: steered },
  );
}

function withSetup(room: RoomRecord, change: Partial<Setup>): RoomRecord {
  return { ...room, setup: { ...room.setup, ...change } };
}

function checkPicture(room: RoomRecord, choice: PictureChoice): Transition | null {
  const image = room.images.find((candidate) => candidate.id === choice.imageId);
  if (!image) return refuse('not-found', 'This picture is not in the room. Upload it first.', 'imageId');
  const width = image.width * (choice.crop?.width ?? 1);
  const height = image.height * (choice.crop?.height ?? 1);
  if (Math.max(width, height) > MAX_ASPECT_RATIO * Math.min(width, height)) {
    return refuse(
      'invalid',
      `This picture is more than ${MAX_ASPECT_RATIO} times as long as it is wide. Crop it to a less narrow part.`,
      'crop',
    );
  }
  return null;
}
