import { z } from 'zod';
import type { NetworkId } from '../../server/protocol/networks';
import { runCase } from './run-case';
import { ITERATIONS, measureServer, type ServerResult } from './server-case';

export interface RoomResult extends ServerResult {
  /** The mean of the bare loop's runs before and after. */
  readonly bareMsPerIteration: number;
  /** An iteration in a room that is watched over one of the bare loop. */
  readonly roomToBare: number;
  /** Forecast over measured, 1 is right; `null` where there is nothing to compare. */
  readonly forecastTime: number | null;
  readonly forecastMemory: number | null;
}

/** The loop inside a room that is watched, between two bare ones: a machine that gets slower meanwhile counts for both. */
export async function roomCase(network: NetworkId, size: number): Promise<RoomResult> {
  const before = await bareLoop(network, size);
  const server = await measureServer(network, size);
  const after = await bareLoop(network, size);
  const bareMsPerIteration = (before + after) / 2;
  const { forecast, totalSeconds, peakBytes, msPerIteration } = server;
  return {
    ...server,
    bareMsPerIteration,
    roomToBare: msPerIteration / bareMsPerIteration,
    forecastTime: forecast === null ? null : forecast.totalSeconds / totalSeconds,
    forecastMemory: forecast === null || peakBytes === null ? null : forecast.peakBytes / peakBytes,
  };
}

async function bareLoop(network: NetworkId, size: number): Promise<number> {
  return z.number().parse(await runCase('loop-case', network, size, ITERATIONS));
}
