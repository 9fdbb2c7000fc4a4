import { availableParallelism } from 'node:os';
import { readEnv } from '../../server/env';
import type { EngineChoice } from '../../server/engines/choice';
import { openEngine } from '../../server/engines/open';
import type { Engine } from '../../server/style/engine';
import { asUsage } from './run-cli';

/**
 * The engine that the command line asks for; where it does not say, the one that the server would compute with.
 * @throws UsageError where it cannot be had on this machine, with the reason
 */
export async function openChosenEngine(choice: EngineChoice | undefined): Promise<Engine> {
  const { engine } = await asUsage(() =>
    openEngine(choice ?? readEnv().engine, { threads: availableParallelism() }),
  );
  return engine;
}
