import type { Mark } from '../../server/protocol/runs';

/** What one member changed at about one moment of a run. */
export interface MarkGroup {
  readonly iteration: number;
  readonly memberId: Mark['memberId'];
  readonly memberName: string;
  readonly changes: Mark['changes'];
}

/**
 * Joins the marks that one drag of a slider leaves: consecutive ones by one member, at most `within` iterations apart.
 * Of each field, where it came from and where it went to remain.
 */
export function groupMarks(marks: readonly Mark[], within: number): MarkGroup[] {
  const groups: (MarkGroup & { last: number })[] = [];
  for (const mark of marks) {
    const group = groups.at(-1);
    if (group && group.memberId === mark.memberId && mark.iteration - group.last <= within) {
      groups[groups.length - 1] = {
        ...group,
        last: mark.iteration,
        changes: joinChanges(group.changes, mark.changes),
      };
    } else {
      groups.push({ ...mark, last: mark.iteration });
    }
  }
  return groups.map(({ iteration, memberId, memberName, changes }) => ({
    iteration,
    memberId,
    memberName,
    changes,
  }));
}

function joinChanges(before: Mark['changes'], after: Mark['changes']): Mark['changes'] {
  const joined = new Map(before.map((change) => [change.field, change]));
  for (const change of after) {
    joined.set(change.field, { ...change, from: joined.get(change.field)?.from ?? change.from });
  }
  return [...joined.values()];
}
