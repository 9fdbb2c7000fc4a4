import type { CurvePoint } from '../../protocol/curves';
import type { RunId } from '../../protocol/ids';
import { damaged, runNotFound } from '../failures';
import type { PrismaClient } from '../generated/client';
import type { CurveRepository } from '../ports/curve-repository';
import { packCurve, unpackCurve } from './curve-bytes';
import { isDangling, onDatabase } from './database-failure';

/** Curves in the database, one row a run. */
export function createPrismaCurves(prisma: PrismaClient): CurveRepository {
  return {
    save: (runId, points) => onDatabase(`save the curve of run ${runId}`, () => save(prisma, runId, points)),
    load: (runId) => onDatabase(`load the curve of run ${runId}`, () => load(prisma, runId)),
  };
}

async function save(prisma: PrismaClient, runId: RunId, points: readonly CurvePoint[]): Promise<void> {
  const curve = { length: points.length, points: packCurve(points) };
  try {
    await prisma.curve.upsert({ where: { runId }, create: { runId, ...curve }, update: curve });
  } catch (error) {
    if (isDangling(error)) throw runNotFound(runId, error);
    throw error;
  }
}

async function load(prisma: PrismaClient, runId: RunId): Promise<CurvePoint[]> {
  const stored = await prisma.curve.findUnique({ where: { runId } });
  if (!stored) return [];
  try {
    return unpackCurve(stored.points, stored.length);
  } catch (error) {
    throw damaged(`the curve of run ${runId}`, error);
  }
}
