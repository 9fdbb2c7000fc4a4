import type { EngineChoice, EngineName } from '../../server/engines/choice';
import { EngineUnavailableError, type EngineAttempt, type OpenedEngine } from '../../server/engines/open';
import { REMEDIES } from '../../server/engines/remedies';
import type { Finding } from './finding';

/** Opens the engine that the server would, and lets it go again. */
export async function inspectEngines(
  choice: EngineChoice,
  open: (choice: EngineChoice) => Promise<OpenedEngine>,
): Promise<Finding> {
  const asked = `ATELIER_ENGINE is ${choice}`;
  try {
    const { engine, attempts } = await open(choice);
    const used = `${engine.name} (${engine.device})`;
    await engine.dispose();
    return {
      title: 'Engine',
      lines: [`${used} computes; ${asked}`, ...attempts.map(describe), ...howToGetFaster(attempts)],
      problem: null,
    };
  } catch (error) {
    if (!(error instanceof EngineUnavailableError)) throw error;
    return { title: 'Engine', lines: [asked, ...error.attempts.map(describe)], problem: error.userMessage };
  }
}

function describe({ engine, refusal }: EngineAttempt): string {
  return `  ${engine}: ${refusal === null ? 'in use' : `refused. ${refusal}`}`;
}

/** What there is beyond the engine in use; nothing where that is a GPU's. */
function howToGetFaster(attempts: readonly EngineAttempt[]): string[] {
  const used = attempts.find(({ refusal }) => refusal === null)?.engine;
  if (used !== 'onnx' && used !== 'tfjs-wasm') return [];
  const better: EngineName[] = ['tfjs-gpu', 'onnx-cuda'];
  const lines = ['to compute faster:'];
  if (used === 'tfjs-wasm') lines.push(`  onnx, on the same processor. ${REMEDIES.onnx}`);
  for (const engine of better) lines.push(`  ${engine}, on an NVIDIA GPU. ${REMEDIES[engine]}`);
  lines.push(
    '  onnx-webgpu, on other GPUs: start with ATELIER_ENGINE=onnx-webgpu and see whether it is faster',
  );
  return lines;
}
