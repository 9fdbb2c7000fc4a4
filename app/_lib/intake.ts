import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Command } from '../../server/protocol/commands';
import type { CommandAck } from '../../server/protocol/events';
import type { RoomId } from '../../server/protocol/ids';
import type { Crop, ImageInfo } from '../../server/protocol/images';
import { chooseSample, problemOf } from './api';
import { fileObstacle } from './file-check';
import { i18n } from './i18n';
import { uploadImage } from './upload';

/** What a picture is for. */
export type ImageKind = 'content' | 'style';

export interface Upload {
  readonly id: number;
  readonly kind: ImageKind;
  readonly name: string;
  /** From 0 to 1; at 1 the server prepares the picture. */
  readonly fraction: number;
}

export interface Cropping {
  /** Its own, since one picture may wait twice. */
  readonly id: number;
  readonly kind: ImageKind;
  readonly image: ImageInfo;
  readonly crop: Crop | null;
}

export interface IntakeState {
  readonly uploads: readonly Upload[];
  /** Pictures of which the part to use is still to be chosen; the first one is on the screen. */
  readonly croppings: readonly Cropping[];
  /** What went wrong last, per kind. */
  readonly problems: Readonly<Record<ImageKind, string | null>>;
}

export interface Intake {
  readonly store: StoreApi<IntakeState>;
  take(kind: ImageKind, files: readonly File[]): Promise<void>;
  takeSample(kind: ImageKind, sampleId: string): Promise<void>;
  /** Puts a picture that the room has into use. */
  putInUse(kind: ImageKind, image: ImageInfo, crop: Crop | null): Promise<void>;
  /** Asks which part of a picture to use. */
  crop(cropping: Omit<Cropping, 'id'>): void;
  endCrop(): void;
}

/** The way of pictures into a room: check, upload, crop, use. */
export function createIntake(roomId: RoomId, send: (command: Command) => Promise<CommandAck>): Intake {
  const store = createStore<IntakeState>(() => ({
    uploads: [],
    croppings: [],
    problems: { content: null, style: null },
  }));
  let nextId = 0;

  function setProblem(kind: ImageKind, message: string | null): void {
    store.setState(({ problems }) => ({ problems: { ...problems, [kind]: message } }));
  }

  function crop(cropping: Omit<Cropping, 'id'>): void {
    const id = nextId++;
    store.setState(({ croppings }) => ({ croppings: [...croppings, { ...cropping, id }] }));
  }

  async function upload(kind: ImageKind, file: File): Promise<void> {
    const id = nextId++;
    store.setState(({ uploads }) => ({ uploads: [...uploads, { id, kind, name: file.name, fraction: 0 }] }));
    try {
      const image = await uploadImage(roomId, file, (fraction) =>
        store.setState(({ uploads }) => ({
          uploads: uploads.map((one) => (one.id === id ? { ...one, fraction } : one)),
        })),
      );
      crop({ kind, image, crop: null });
    } catch (error) {
      setProblem(kind, problemOf(error).message);
    } finally {
      store.setState(({ uploads }) => ({ uploads: uploads.filter((one) => one.id !== id) }));
    }
  }

  async function putInUse(kind: ImageKind, { id: imageId }: ImageInfo, crop: Crop | null): Promise<void> {
    const answer = await send({ type: kind === 'content' ? 'content:set' : 'style:add', imageId, crop });
    setProblem(kind, answer.ok ? null : answer.problem.message);
  }

  return {
    store,
    putInUse,
    async take(kind, files) {
      setProblem(kind, null);
      // There is one content image; of several files the first one is meant.
      for (const file of kind === 'content' ? files.slice(0, 1) : files) {
        const obstacle = fileObstacle(file);
        if (obstacle) setProblem(kind, i18n.t(`images.${obstacle}`));
        else await upload(kind, file);
      }
    },
    async takeSample(kind, sampleId) {
      setProblem(kind, null);
      try {
        await putInUse(kind, await chooseSample(roomId, sampleId), null);
      } catch (error) {
        setProblem(kind, problemOf(error).message);
      }
    },
    crop,
    endCrop() {
      store.setState(({ croppings }) => ({ croppings: croppings.slice(1) }));
    },
  };
}
