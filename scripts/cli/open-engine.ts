import { availableParallelism } from 'node:os';
import type { EngineChoice } from '../../server/engines/choice';
import { openOnnxEngine } from '../../server/engines/onnx/engine';
import type { Engine } from '../../server/style/engine';
import { UsageError } from './run-cli';

/** The engine that the command line asks for. @throws UsageError where it is not on this machine */
export function openChosenEngine(choice: EngineChoice = 'auto'): Promise<Engine> {
  if (choice !== 'onnx' && choice !== 'auto')
    throw new UsageError(`--engine: ${choice} is not here, but onnx is`);
  return Promise.resolve(openOnnxEngine({ threads: availableParallelism() }));
}
