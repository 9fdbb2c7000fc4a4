import { availableParallelism } from 'node:os';
import { describe, it } from 'vitest';
import type { EngineName } from '../../server/engines/choice';
import { EngineUnavailableError, openEngine } from '../../server/engines/open';
import { describeEngine } from './engine-contract';

/**
 * The contract of an engine that takes more than the packages of this project: it is held to it where it opens, and
 * where it does not, a skipped test tells why.
 */
export async function describeWhereItLoads(name: EngineName): Promise<void> {
  try {
    const { engine } = await openEngine(name, { threads: availableParallelism() });
    describeEngine(name, () => Promise.resolve(engine));
  } catch (error) {
    if (!(error instanceof EngineUnavailableError)) throw error;
    const [{ refusal }] = error.attempts;
    describe(`engine ${name}`, () => {
      it.skip(`keeps the contract (skipped: refused on this machine. ${refusal})`);
    });
  }
}
