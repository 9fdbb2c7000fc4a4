import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { runScript } from '../fixtures/run-script';
import { tempDir } from '../fixtures/temp-dir';

const args = [
  ...['--photographs', 'house-cat', '--styles', 'kilim', '--presets', 'balanced,texture-only'],
  ...['--size', '64', '--iterations', '2', '--network', 'compact', '--engine', 'onnx'],
];

describe('npm run gallery', () => {
  test('lays the pictures out on a sheet, and paints none of them twice', async () => {
    const out = join(tempDir(), 'sheet');
    const first = await runScript('gallery', [...args, '--out', out]);
    expect(first).toMatchObject({ code: 0 });
    expect(first.stderr).toMatch(
      /^1\/2 house-cat, kilim, balanced: \d+\.\d s\n2\/2 .*texture-only: \d+\.\d s\n$/,
    );
    const html = readFileSync(join(out, 'index.html'), 'utf8');
    const files = [...html.matchAll(/src="([^"]+)"/g)].map(([, file]) => file);
    expect(files).toHaveLength(4);
    for (const file of files) expect(existsSync(join(out, file))).toBe(true);
    const sheet = await sharp(join(out, 'sheet.png')).metadata();
    expect(sheet.width).toBeGreaterThan(4 * 280);

    const again = await runScript('gallery', [...args, '--out', out]);
    expect(again).toMatchObject({ code: 0 });
    expect(again.stderr.match(/is there already/g)).toHaveLength(2);
    expect(readdirSync(out).filter((file) => file.endsWith('.part'))).toEqual([]);

    const other = await runScript('gallery', [...args, '--out', out, '--iterations', '1']);
    expect(other.stderr).not.toMatch(/is there already/);
  });

  test('one line and exit 2 for what it does not know', async () => {
    const { code, stdout, stderr } = await runScript('gallery', ['--photographs', 'dog']);
    expect(stderr).toMatch(/^--photographs: there is no "dog"[^\n]*\n$/);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });
});
