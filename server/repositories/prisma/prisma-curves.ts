import type { CurvePoint } from '../../protocol/curves';
import type { RunId } from '../../protocol/ids';
import { damaged, runNotFound } from '../failures';
import type { PrismaClient } from '../generated/client';
import type { CurveRepository } from '../ports/curve-repository';
import { packCurve, termNamesSchema, unpackCurve } from './curve-bytes';
import { isDangling, onDatabase } from './database-failure';
import { parseStored, readStored } from './read-stored';

/** Curves in the database, one row a run. */
export function createPrismaCurves(prisma: PrismaClient): CurveRepository {
  return {
    save: (runId, points) => onDatabase(`save the curve of run ${runId}`, () => save(prisma, runId, points)),
    load: (runId) => onDatabase(`load the curve of run ${runId}`, () => load(prisma, runId)),
  };
}

async function save(prisma: PrismaClient, runId: RunId, points: readonly CurvePoint[]): Promise<void> {
  const curve = packCurve(points);
  try {
    await prisma.curve.upsert({ where: { runId }, create: { runId, ...curve }, update: curve });
  } catch (error) {
    if (isDangling(error)) throw runNotFound(runId, error);
    throw error;
  }
}

async function load(prisma: PrismaClient, runId: RunId): Promise<CurvePoint[]> {
  const what = `the curve of run ${runId}`;
  const stored = await readStored(what, () => prisma.curve.findUnique({ where: { runId } }));
  if (!stored) return [];
  const termNames = parseStored(what, termNamesSchema, stored.termNames);
  try {
    return unpackCurve({ ...stored, termNames });
  } catch (error) {
    throw damaged(what, error);
  }
}
