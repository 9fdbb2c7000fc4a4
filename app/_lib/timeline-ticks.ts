import type { TFunction } from 'i18next';
import type { Member } from '../../server/protocol/room';
import type { Remark } from '../../server/protocol/remarks';
import type { Run } from '../../server/protocol/runs';
import { forkPoints, forkText } from './curve-marks';
import { formatList } from './format';
import { groupMarks, type MarkGroup } from './mark-groups';
import { placeOf, type Stop } from './moments';
import { fieldName } from './setting-words';

/** Texts that one tick has at most. */
const MAX_TEXTS = 4;

export type TickKind = 'steering' | 'fork' | 'remark';

/** Something that happened at a moment of a run, or several things at about the same. */
export interface Tick {
  readonly kind: TickKind;
  readonly iteration: number;
  /** As a fraction of the timeline's width. */
  readonly place: number;
  /** CSS colour of whose doing the first of it was. */
  readonly colour: string;
  readonly texts: readonly string[];
}

/**
 * What the timeline of a run marks: who steered, what was forked, and what was said of its moments.
 * @param apart ticks of one kind that are closer than this fraction of the width are one
 */
export function ticksOf(
  run: Run,
  stops: readonly Stop[],
  room: {
    readonly members: readonly Member[];
    readonly remarks: readonly Remark[];
    readonly runs: readonly Run[];
  },
  apart: number,
  t: TFunction,
): Tick[] {
  if (stops.length === 0) return [];
  const colourOf = (id: string) => room.members.find((member) => member.id === id)?.colour ?? 'var(--muted)';
  const tick = (kind: TickKind, iteration: number, colour: string, text: string): Tick => ({
    kind,
    iteration,
    place: placeOf(stops, iteration),
    colour,
    texts: [text],
  });
  const steering = groupMarks(run.marks, 1).map((group) =>
    tick('steering', group.iteration, colourOf(group.memberId), steeringText(group, t)),
  );
  const forks = forkPoints(room.runs, run)
    .map((point) => tick('fork', point.iteration, 'var(--accent)', forkText(point, t)))
    .sort((a, b) => a.iteration - b.iteration);
  const remarks = room.remarks
    .filter(({ moment }) => moment?.runId === run.id)
    .map((remark) =>
      tick('remark', remark.moment!.iteration, colourOf(remark.memberId), remarkText(remark, t)),
    )
    .sort((a, b) => a.iteration - b.iteration);
  return [...joined(steering, apart), ...joined(forks, apart), ...joined(remarks, apart)];
}

/** What a tick says: all of it, up to a length that can be read at a glance. */
export function tickText({ texts }: Tick, t: TFunction): string {
  const more = texts.length - MAX_TEXTS;
  const shown = texts.slice(0, MAX_TEXTS).join(' · ');
  return more > 0 ? t('timeline.more', { text: shown, count: more }) : shown;
}

function joined(ticks: readonly Tick[], apart: number): Tick[] {
  const result: Tick[] = [];
  for (const tick of ticks) {
    const before = result.at(-1);
    if (before && tick.place - before.place < apart) {
      result[result.length - 1] = { ...before, texts: [...before.texts, ...tick.texts] };
    } else {
      result.push(tick);
    }
  }
  return result;
}

function steeringText({ memberName: name, iteration, changes }: MarkGroup, t: TFunction): string {
  const names = changes.map(({ field }) => fieldName(field, t));
  return t('timeline.steered', { name, iteration, fields: formatList(names, t) });
}

function remarkText(remark: Remark, t: TFunction): string {
  const name = remark.memberName;
  return remark.kind === 'message'
    ? t('timeline.message', { name, text: remark.text })
    : t('timeline.reaction', { name, emoji: remark.emoji });
}
