import { join } from 'node:path';
import { ComputeSupervisor } from '../../server/jobs/supervisor';
import type { Logger } from '../../server/logger';

const root = join(import.meta.dirname, '../..');

/** The real compute process, from its source. */
export function startCompute(logger: Logger, modelsDirs: readonly string[] = []): ComputeSupervisor {
  return new ComputeSupervisor({
    entry: join(root, 'server/jobs/compute.ts'),
    execArgv: ['--import', 'tsx'],
    config: { packageDir: root, modelsDirs: [...modelsDirs], engine: 'onnx' },
    env: {},
    logger,
  });
}
