import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startFileServer } from '../../fixtures/file-server';
import { runScript } from '../../fixtures/run-script';
import { tempDir } from '../../fixtures/temp-dir';

describe('npm run models', () => {
  test('lists the networks with their state', async () => {
    const { code, stdout, stderr } = await runScript('models', []);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^vgg19 +VGG-19, 80\.1 MB: not on this machine; npm run models -- fetch vgg19$/m);
    expect(stdout).toMatch(/^compact +Compact, 3\.5 MB: ready/m);
    expect(stdout).toMatch(/CC BY 4\.0/);
  });

  test.each([
    [['frobnicate'], /no command "frobnicate"/],
    [['fetch', 'vgg16'], /no network "vgg16": vgg19, compact/],
    [['fetch', 'compact'], /part of Atelier/],
  ])('%j is a mistake: one line, exit 2', async (args, words) => {
    const { code, stdout, stderr } = await runScript('models', args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(words);
    expect(stderr.trimEnd()).not.toContain('\n');
  });

  test('a download that fails says why: exit 1', async () => {
    const server = await startFileServer((_, response) => void response.writeHead(404).end());
    const { code, stderr } = await runScript('models', ['fetch', 'vgg19'], {
      ATELIER_DOWNLOAD_BASE_URL: server.url,
    });
    expect(code).toBe(1);
    expect(server.paths).toEqual([
      '/tensorflow/keras-applications/vgg19/vgg19_weights_tf_dim_ordering_tf_kernels_notop.h5',
    ]);
    expect(stderr).toMatch(
      /answered 404 Not Found.*"compact" stays in use.*put it into .*vgg19 in the server's data directory/,
    );
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test('a download that arrives wrong says so: exit 1', async () => {
    const dataDir = tempDir();
    const folder = join(dataDir, 'models/vgg19');
    mkdirSync(folder, { recursive: true });
    const name = 'vgg19_weights_tf_dim_ordering_tf_kernels_notop.h5';
    writeFileSync(join(folder, `${name}.partial`), Buffer.alloc(80_134_624));
    const { code, stderr } = await runScript('models', ['fetch', 'vgg19'], { ATELIER_DATA_DIR: dataDir });
    expect(code).toBe(1);
    expect(stderr).toMatch(/not the file that was expected \(its md5 is/);
  });
});
