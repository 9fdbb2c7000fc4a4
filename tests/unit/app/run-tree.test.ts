import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { otherThan } from '../../../app/_lib/compared';
import { branchLanes, favouriteRows, forksOf, runRows, type TreeRun } from '../../../app/_lib/run-tree';
import { runIdSchema, type RunId } from '../../../server/protocol/ids';
import { makeRun } from './room-fixtures';

const idOf = (number: number): RunId => runIdSchema.parse(`run-${String(number).padStart(5, '0')}`);
const treeRun = (number: number, parent: number | null): TreeRun => ({
  id: idOf(number),
  parent: parent === null ? null : { runId: idOf(parent), iteration: 10 },
});
const numbersOf = (runs: readonly TreeRun[]) => runs.map(({ id }) => Number(id.slice(4)));

/** Runs whose parents are anything: earlier, later, themselves, or not there. */
const anyRuns = fc
  .array(fc.option(fc.nat({ max: 25 })), { maxLength: 20 })
  .map((parents) => parents.map((parent, number) => treeRun(number, parent)));
/** Runs as a room makes them: each forked from an earlier one, or from none. */
const forkedRuns = fc
  .array(fc.option(fc.nat()), { maxLength: 20 })
  .map((parents) =>
    parents.map((parent, number) =>
      treeRun(number, parent === null || number === 0 ? null : parent % number),
    ),
  );

describe('the tree of runs', () => {
  it('lists every run once, whatever they were forked from', () => {
    fc.assert(
      fc.property(anyRuns, (runs) => {
        const listed = runRows(runs).map(({ run }) => run);
        expect(listed).toHaveLength(runs.length);
        expect(new Set(listed)).toEqual(new Set(runs));
      }),
    );
  });

  it('lists each run below what it was forked from, with only its own forks in between', () => {
    fc.assert(
      fc.property(anyRuns, (runs) => {
        const rows = runRows(runs);
        rows.forEach(({ run, parent, depth }, index) => {
          if (!parent) return expect(depth).toBe(0);
          expect(run.parent?.runId).toBe(parent.id);
          const above = rows.findIndex((row) => row.run === parent);
          expect(above).toBeLessThan(index);
          expect(depth).toBe(rows[above]!.depth + 1);
          expect(rows.slice(above + 1, index).every((row) => row.depth > rows[above]!.depth)).toBe(true);
        });
      }),
    );
  });

  it('moves no run when another one comes', () => {
    fc.assert(
      fc.property(forkedRuns, (runs) => {
        const before = runRows(runs.slice(0, -1));
        const after = runRows(runs).filter(({ run }) => run !== runs.at(-1));
        expect(after).toEqual(before);
      }),
    );
  });

  it('has the latest first among runs beside each other', () => {
    const rows = runRows([treeRun(1, null), treeRun(2, 1), treeRun(3, 1), treeRun(4, 2), treeRun(5, null)]);
    expect(rows.map(({ run, depth }) => [numbersOf([run])[0], depth])).toEqual([
      [5, 0],
      [1, 0],
      [3, 1],
      [2, 1],
      [4, 2],
    ]);
  });

  it.each([
    ['is not in the room any more', 9],
    ['came later', 2],
    ['is the run itself', 1],
  ])('takes a run whose parent %s for one that begins afresh', (_what, parent) => {
    const rows = runRows([treeRun(1, parent), treeRun(2, null)]);
    expect(rows.map(({ run, ...place }) => [...numbersOf([run]), place])).toEqual([
      [2, { parent: null, depth: 0 }],
      [1, { parent: null, depth: 0 }],
    ]);
  });

  it('lists a chain of as many forks as a room may have', () => {
    const chain = Array.from({ length: 500 }, (_, number) =>
      treeRun(number, number === 0 ? null : number - 1),
    );
    const rows = runRows(chain);
    expect(rows.map(({ run }) => run)).toEqual(chain);
    expect(rows.at(-1)!.depth).toBe(499);
  });

  it('knows the forks of a run, oldest first', () => {
    const runs = [treeRun(1, null), treeRun(2, 1), treeRun(3, null), treeRun(4, 1), treeRun(5, 2)];
    expect(numbersOf(forksOf(runs, idOf(1)))).toEqual([2, 4]);
    expect(forksOf(runs, idOf(5))).toEqual([]);
  });
});

describe('what a picture is compared with first', () => {
  const first = makeRun({ id: idOf(1) });
  const second = makeRun({ id: idOf(2) });
  const child = makeRun({ id: idOf(3), parent: { runId: first.id, iteration: 10 } });

  it('is the run that it was forked from', () => {
    const side = otherThan([first, second, child], { runId: child.id, iteration: 12 });
    expect(side).toEqual({ runId: first.id, iteration: null });
  });

  it('is the latest other one where it began afresh, or where its parent is gone', () => {
    expect(otherThan([first, second, child], { runId: second.id, iteration: null }).runId).toBe(child.id);
    expect(otherThan([second, child], { runId: child.id, iteration: null }).runId).toBe(second.id);
  });

  it('is its own first picture where there is no other run', () => {
    const alone = makeRun({ keyframes: [1, 5] });
    expect(otherThan([alone], { runId: alone.id, iteration: null })).toEqual({
      runId: alone.id,
      iteration: 1,
    });
  });
});

describe('the favourites of a tree', () => {
  const starred = fc
    .tuple(forkedRuns, fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }))
    .map(([runs, stars]) => runRows(runs.map((run, index) => ({ ...run, favourite: stars[index]! }))));

  it('are all of them and nothing else, in the order of the tree, and each knows what it was forked from', () => {
    fc.assert(
      fc.property(starred, (rows) => {
        const shown = favouriteRows(rows);
        expect(shown.map(({ run, parent }) => ({ run, parent }))).toEqual(
          rows.filter(({ run }) => run.favourite).map(({ run, parent }) => ({ run, parent })),
        );
      }),
    );
  });

  it('stand as deep as favourites are above them', () => {
    fc.assert(
      fc.property(starred, (rows) => {
        const byId = new Map(rows.map((row) => [row.run.id, row]));
        for (const { run, depth } of favouriteRows(rows)) {
          let above = 0;
          for (let row = byId.get(run.id)!; row.parent; row = byId.get(row.parent.id)!) {
            if (row.parent.favourite) above += 1;
          }
          expect(depth).toBe(above);
        }
      }),
    );
  });
});

describe('the branches of the tree', () => {
  const lanesOf = (runs: readonly TreeRun[]) => branchLanes(runRows(runs).map(({ depth }) => depth));

  it('begin at a run, pass what hangs on its other forks, and end at its first fork', () => {
    // 1 ─ 3 ─ 5, 1 ─ 2 ─ 4, and 6 beside them.
    const lanes = lanesOf([
      treeRun(1, null),
      treeRun(2, 1),
      treeRun(3, 1),
      treeRun(4, 2),
      treeRun(5, 3),
      treeRun(6, null),
    ]);
    const drawn = lanes.map((line) => line.map(({ lane, shape }) => `${lane} ${shape}`).join(', '));
    expect(drawn).toEqual([
      '',
      '0 start',
      '0 tee, 1 start',
      '0 through, 1 elbow',
      '0 elbow, 1 start',
      '1 elbow',
    ]);
  });

  it('come from above wherever they are seen, and are seen wherever they go on to below', () => {
    fc.assert(
      fc.property(anyRuns, (runs) => {
        const lines = lanesOf(runs);
        const going = (index: number, shapes: readonly string[]) =>
          (lines[index] ?? []).filter(({ shape }) => shapes.includes(shape)).map(({ lane }) => lane);
        for (let index = -1; index < lines.length; index += 1) {
          expect(going(index, ['start', 'tee', 'through'])).toEqual(
            going(index + 1, ['through', 'tee', 'elbow']),
          );
        }
      }),
    );
  });

  it('lead to every fork, and to no run that begins afresh', () => {
    fc.assert(
      fc.property(anyRuns, (runs) => {
        const rows = runRows(runs);
        const ends = lanesOf(runs).map((line) =>
          line.filter(({ shape }) => shape === 'tee' || shape === 'elbow').map(({ lane }) => lane),
        );
        expect(ends).toEqual(rows.map(({ depth }) => (depth === 0 ? [] : [depth - 1])));
      }),
    );
  });
});
