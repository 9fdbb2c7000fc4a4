import type { TFunction } from 'i18next';
import type { Member } from '../../server/protocol/room';
import type { Mark, Run } from '../../server/protocol/runs';
import { formatList } from './format';
import { groupMarks, type MarkGroup } from './mark-groups';
import { runInSentence, runTitle } from './run-title';
import { forksOf } from './run-tree';

/** An edit of a run on its curve: what one member changed at about one moment. */
export interface EditMark extends MarkGroup {
  /** CSS colour of the member; that of small print where they have gone. */
  readonly colour: string;
}

/** @param within edits of one member that are at most so many iterations apart are one */
export function editMarks(
  marks: readonly Mark[],
  members: readonly Pick<Member, 'id' | 'colour'>[],
  within: number,
): EditMark[] {
  const colours = new Map(members.map(({ id, colour }) => [id, colour]));
  return groupMarks(marks, within).map((group) => ({
    ...group,
    colour: colours.get(group.memberId) ?? 'var(--muted)',
  }));
}

/** A place of a curve at which it parts from another run's. */
export type ForkPoint =
  | { readonly kind: 'begins'; readonly iteration: number; readonly parent: Run }
  | { readonly kind: 'forks'; readonly iteration: number; readonly forks: readonly Run[] };

/** Where a run was forked from another one that is still there, and where others were forked from it. */
export function forkPoints(runs: readonly Run[], run: Pick<Run, 'id' | 'parent'>): ForkPoint[] {
  const parent = runs.find(({ id }) => id === run.parent?.runId);
  const byIteration = new Map<number, Run[]>();
  for (const fork of forksOf(runs, run.id)) {
    const { iteration } = fork.parent!;
    byIteration.set(iteration, [...(byIteration.get(iteration) ?? []), fork]);
  }
  return [
    ...(parent && run.parent ? [{ kind: 'begins' as const, iteration: run.parent.iteration, parent }] : []),
    ...[...byIteration].map(([iteration, forks]) => ({ kind: 'forks' as const, iteration, forks })),
  ];
}

/** What a fork's mark says. */
export function forkText(point: ForkPoint, t: TFunction): string {
  const { iteration } = point;
  if (point.kind === 'begins') return t('curves.begins', { run: runInSentence(point.parent, t), iteration });
  const runs = formatList(
    point.forks.map((run) => runTitle(run, t)),
    t,
  );
  return t('curves.forks', { count: point.forks.length, runs, iteration });
}
