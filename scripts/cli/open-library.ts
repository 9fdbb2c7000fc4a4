import { join } from 'node:path';
import { readEnv } from '../../server/env';
import { FileModelLibrary } from '../../server/models/file-library';
import { asUsage } from './run-cli';

/** The networks of this installation, as the server sees them. @throws UsageError where the environment is not usable */
export async function openLibrary(): Promise<FileModelLibrary> {
  const { modelsDirs, downloadBaseUrl } = await asUsage(() => readEnv());
  return new FileModelLibrary({
    packageDir: join(import.meta.dirname, '../..'),
    modelsDirs,
    downloadBaseUrl,
  });
}
