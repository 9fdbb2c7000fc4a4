import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadSecrets } from '../../../server/secrets';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'atelier-secrets-'));
});
afterEach(() => rm(dataDir, { recursive: true }));

describe('the secrets', () => {
  it('are made once, for the owner of the file only, and found again', async () => {
    const first = await loadSecrets(dataDir);
    expect(await loadSecrets(dataDir)).toEqual(first);
    expect(first.cookieKey).toHaveLength(32);
    expect(first.roomKey).not.toEqual(first.cookieKey);
    expect((await stat(join(dataDir, 'secrets.json'))).mode & 0o777).toBe(0o600);
  });

  it('are the same for all who make them at the same time: what one has signed stays valid', async () => {
    const loaded = await Promise.all(Array.from({ length: 6 }, () => loadSecrets(dataDir)));
    for (const secrets of loaded) expect(secrets).toEqual(loaded[0]);
    expect(await readdir(dataDir)).toEqual(['secrets.json']);
  });

  it('are not replaced where the file is damaged', async () => {
    await writeFile(join(dataDir, 'secrets.json'), '{"cookieKey":"00"');
    await expect(loadSecrets(dataDir)).rejects.toThrow('secrets.json is damaged');
  });
});
