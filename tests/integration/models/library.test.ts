import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FileModelLibrary } from '../../../server/models/file-library';
import type { NetworkState } from '../../../server/models/library';
import type { NetworkEntry, NetworkVariant, WeightsFile } from '../../../server/models/network-entry';
import type { Convolution } from '../../../server/style/network';
import { cutAfter, serve, stallAfter, startFileServer } from '../../fixtures/file-server';
import { tempDir } from '../../fixtures/temp-dir';
import { tinyArchitecture, tinyTensors, writeKerasHdf5, writeTfjsManifest } from '../../fixtures/weights';

const URL_PATH = '/tensorflow/keras/weights.h5';

interface Tiny {
  /** Holds the files, each variant in its own folder. */
  readonly floatFile: string;
  readonly manifestDir: string;
  readonly entry: NetworkEntry;
}

/** A network like vgg19: a float file that can be downloaded, and a quantised manifest that cannot. */
async function tinyNetwork(): Promise<Tiny> {
  const dir = tempDir();
  const floatFile = await writeKerasHdf5(
    dir,
    tinyTensors('HWIO', (layer, kind) => `${layer}/${kind}:0`),
  );
  const manifestDir = tempDir();
  writeTfjsManifest(
    manifestDir,
    tinyTensors('HWIO', (layer, kind) => `${layer}/${kind}`),
    true,
  );
  const variants: [NetworkVariant, NetworkVariant] = [
    {
      id: 'float',
      format: 'keras-hdf5',
      location: 'models-folder',
      files: [{ ...describeFile(dir, 'weights.h5', 'md5'), url: `https://files.example${URL_PATH}` }],
    },
    {
      id: 'quantised',
      format: 'tfjs-manifest',
      location: 'models-folder',
      files: [
        describeFile(manifestDir, 'manifest.json', 'sha256'),
        describeFile(manifestDir, 'weights.1of2.bin', 'sha256'),
        describeFile(manifestDir, 'weights.2of2.bin', 'sha256'),
      ],
    },
  ];
  return {
    floatFile,
    manifestDir,
    entry: {
      id: 'vgg19',
      name: 'Tiny',
      licence: { name: 'MIT', url: 'https://licence.example' },
      source: 'made by a test',
      architecture: tinyArchitecture,
      variants,
    },
  };
}

function describeFile(dir: string, name: string, algorithm: 'md5' | 'sha256'): WeightsFile {
  const bytes = readFileSync(join(dir, name));
  return {
    name,
    bytes: bytes.length,
    checksum: { algorithm, hex: createHash(algorithm).update(bytes).digest('hex') },
  };
}

/** A library of one tiny network, in empty folders. */
function libraryOf(
  entry: NetworkEntry,
  downloadBaseUrl = 'http://127.0.0.1:9',
): { library: FileModelLibrary; readOnlyDir: string; downloadDir: string; state: () => NetworkState } {
  const readOnlyDir = tempDir();
  const downloadDir = join(tempDir(), 'models');
  const library = new FileModelLibrary({
    packageDir: tempDir(),
    modelsDirs: [readOnlyDir, downloadDir],
    downloadBaseUrl,
    networks: [entry],
  });
  return { library, readOnlyDir, downloadDir, state: () => library.list()[0].state };
}

function put(files: string[], into: string): void {
  mkdirSync(into, { recursive: true });
  for (const file of files) copyFileSync(file, join(into, file.split('/').at(-1) as string));
}

function manifestFiles({ manifestDir }: Tiny): string[] {
  return ['manifest.json', 'weights.1of2.bin', 'weights.2of2.bin'].map((name) => join(manifestDir, name));
}

describe('presence', () => {
  test('a network without weights is missing, and opening it says how to get it', async () => {
    const { entry } = await tinyNetwork();
    const { library, state } = libraryOf(entry);
    expect(state()).toEqual({ kind: 'missing' });
    expect(library.list()[0]).toMatchObject({
      id: 'vgg19',
      name: 'Tiny',
      downloadable: true,
      bytes: entry.variants[0].files[0].bytes,
    });
    await expect(library.open('vgg19')).rejects.toMatchObject({
      code: 'network-missing',
      userMessage: expect.stringMatching(/not on this machine.*npm run models -- fetch vgg19/),
    });
  });

  test('the weights are found in either folder', async () => {
    const tiny = await tinyNetwork();
    const first = libraryOf(tiny.entry);
    put(manifestFiles(tiny), join(first.readOnlyDir, 'vgg19'));
    expect(first.state()).toEqual({ kind: 'ready', variant: 'quantised' });
    const second = libraryOf(tiny.entry);
    put(manifestFiles(tiny), join(second.downloadDir, 'vgg19'));
    expect(second.state()).toEqual({ kind: 'ready', variant: 'quantised' });
  });

  test('a variant of which one file is missing or cut off is not there', async () => {
    const tiny = await tinyNetwork();
    const { readOnlyDir, state } = libraryOf(tiny.entry);
    const dir = join(readOnlyDir, 'vgg19');
    put(manifestFiles(tiny).slice(0, 2), dir);
    expect(state()).toEqual({ kind: 'missing' });
    writeFileSync(join(dir, 'weights.2of2.bin'), 'short');
    expect(state()).toEqual({ kind: 'missing' });
  });

  test('the float file is preferred, and a variant can be asked for', async () => {
    const tiny = await tinyNetwork();
    const { library, readOnlyDir } = libraryOf(tiny.entry);
    put([...manifestFiles(tiny), tiny.floatFile], join(readOnlyDir, 'vgg19'));
    const preferred = await library.open('vgg19');
    const chosen = await library.open('vgg19', 'quantised');
    expect(preferred.variant).toBe('float');
    expect(preferred.checksum).toBe(`md5:${tiny.entry.variants[0].files[0].checksum.hex}`);
    expect(chosen.variant).toBe('quantised');
    expect(chosen.checksum).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(chosen.network).toEqual(preferred.network);
  });

  test('an unknown network is an invalid one', async () => {
    const { entry } = await tinyNetwork();
    const { library } = libraryOf(entry);
    await expect(library.open('compact')).rejects.toMatchObject({ code: 'invalid', field: 'network' });
  });
});

describe('checksums', () => {
  test.each(['manifest.json', 'weights.1of2.bin', 'weights.2of2.bin'])(
    'a change of one bit in %s is refused',
    async (name) => {
      const tiny = await tinyNetwork();
      const { library, readOnlyDir } = libraryOf(tiny.entry);
      const dir = join(readOnlyDir, 'vgg19');
      put(manifestFiles(tiny), dir);
      const bytes = readFileSync(join(dir, name));
      bytes[bytes.length >> 1] ^= 1;
      writeFileSync(join(dir, name), bytes);
      await expect(library.open('vgg19')).rejects.toMatchObject({
        code: 'weights-refused',
        message: expect.stringContaining(`${name} has a wrong checksum`),
      });
    },
  );

  test('what is refused says how to mend it: by a download where there is one', async () => {
    const tiny = await tinyNetwork();
    for (const [entry, remedy] of [
      [tiny.entry, 'remove this file and get the weights again with "npm run models -- fetch vgg19"'],
      [{ ...tiny.entry, variants: [tiny.entry.variants[1]!] as const }, 'install Atelier again'],
    ] as const) {
      const { library, readOnlyDir } = libraryOf(entry);
      const dir = join(readOnlyDir, 'vgg19');
      put(manifestFiles(tiny), dir);
      const path = join(dir, 'weights.2of2.bin');
      writeFileSync(path, Buffer.alloc(readFileSync(path).length));
      await expect(library.open('vgg19')).rejects.toMatchObject({
        code: 'weights-refused',
        userMessage: expect.stringMatching(
          new RegExp(
            `^The weights file ${path} has a wrong checksum .* Choose another network, or ${remedy}\\.$`,
          ),
        ),
      });
    }
  });

  test('a file that changes after it was verified is verified again', async () => {
    const tiny = await tinyNetwork();
    const { library, readOnlyDir } = libraryOf(tiny.entry);
    put([tiny.floatFile], join(readOnlyDir, 'vgg19'));
    await library.open('vgg19');
    const path = join(readOnlyDir, 'vgg19/weights.h5');
    const bytes = readFileSync(path);
    bytes[bytes.length - 1] ^= 1;
    writeFileSync(path, bytes);
    utimesSync(path, 1, 1);
    await expect(library.open('vgg19')).rejects.toMatchObject({ code: 'weights-refused' });
  });
});

describe('download', () => {
  test('fetches the float file from the mirror and reports its states', async () => {
    const tiny = await tinyNetwork();
    const server = await startFileServer(serve(readFileSync(tiny.floatFile)));
    const { library, downloadDir, state } = libraryOf(tiny.entry, `${server.url}/`);
    const states: NetworkState[] = [];
    const stop = library.onChange(() => states.push(state()));
    await library.download('vgg19');
    expect(server.paths).toEqual([URL_PATH]);
    expect(states[0]).toEqual({
      kind: 'downloading',
      receivedBytes: 0,
      totalBytes: tiny.entry.variants[0].files[0].bytes,
    });
    expect(states.at(-1)).toEqual({ kind: 'ready', variant: 'float' });
    expect(existsSync(join(downloadDir, 'vgg19/weights.h5'))).toBe(true);
    expect((await library.open('vgg19')).network.operations).toHaveLength(4);

    stop();
    const count = states.length;
    await library.download('vgg19');
    expect(server.paths).toHaveLength(1);
    expect(states).toHaveLength(count);
  });

  test('a second call joins the download that is under way', async () => {
    const tiny = await tinyNetwork();
    const server = await startFileServer(serve(readFileSync(tiny.floatFile)));
    const { library } = libraryOf(tiny.entry, server.url);
    await Promise.all([library.download('vgg19'), library.download('vgg19')]);
    expect(server.paths).toHaveLength(1);
  });

  test('a failure stays to be seen until the next attempt, which goes on', async () => {
    const tiny = await tinyNetwork();
    const bytes = readFileSync(tiny.floatFile);
    const server = await startFileServer(cutAfter(bytes, 1000));
    const { library, state } = libraryOf(tiny.entry, server.url);
    await expect(library.download('vgg19')).rejects.toMatchObject({ code: 'download-failed' });
    expect(state()).toEqual({ kind: 'failed', userMessage: expect.stringMatching(/"compact" stays in use/) });
    server.handler = serve(bytes);
    await library.download('vgg19');
    expect(server.ranges).toEqual([undefined, 'bytes=1000-']);
    expect(state()).toEqual({ kind: 'ready', variant: 'float' });
  });

  test('a network that can be used stays ready while another form of its weights arrives, or fails to', async () => {
    const tiny = await tinyNetwork();
    const bytes = readFileSync(tiny.floatFile);
    const server = await startFileServer(cutAfter(bytes, 1000));
    const { library, readOnlyDir, state } = libraryOf(tiny.entry, server.url);
    put(manifestFiles(tiny), join(readOnlyDir, 'vgg19'));
    const seen: [NetworkState, number | undefined][] = [];
    library.onChange(() => seen.push([state(), library.list()[0].progress?.totalBytes]));

    await expect(library.download('vgg19')).rejects.toMatchObject({ code: 'download-failed' });
    expect(seen[0]).toEqual([{ kind: 'ready', variant: 'quantised' }, bytes.length]);
    expect(seen.at(-1)).toEqual([{ kind: 'ready', variant: 'quantised' }, undefined]);
    expect(new Set(seen.map(([{ kind }]) => kind))).toEqual(new Set(['ready']));

    server.handler = serve(bytes);
    await library.download('vgg19');
    expect(state()).toEqual({ kind: 'ready', variant: 'float' });
  });

  test('an aborted download is no failure', async () => {
    const tiny = await tinyNetwork();
    const server = await startFileServer(stallAfter(readFileSync(tiny.floatFile), 1000));
    const { library, state } = libraryOf(tiny.entry, server.url);
    const controller = new AbortController();
    const done = library.download('vgg19', controller.signal);
    expect(state().kind).toBe('downloading');
    controller.abort();
    await expect(done).rejects.toMatchObject({ name: 'AbortError' });
    expect(state()).toEqual({ kind: 'missing' });
  });

  test('a damaged file is replaced', async () => {
    const tiny = await tinyNetwork();
    const bytes = readFileSync(tiny.floatFile);
    const server = await startFileServer(serve(bytes));
    const { library, downloadDir } = libraryOf(tiny.entry, server.url);
    mkdirSync(join(downloadDir, 'vgg19'), { recursive: true });
    writeFileSync(join(downloadDir, 'vgg19/weights.h5'), Buffer.alloc(bytes.length));
    await expect(library.open('vgg19')).rejects.toMatchObject({ code: 'weights-refused' });
    await library.download('vgg19');
    expect((await library.open('vgg19')).variant).toBe('float');
  });

  test('what has no download says so', async () => {
    const tiny = await tinyNetwork();
    const { library } = libraryOf({ ...tiny.entry, variants: [tiny.entry.variants[1] as NetworkVariant] });
    expect(library.list()[0].downloadable).toBe(false);
    await expect(library.download('vgg19')).rejects.toMatchObject({ code: 'invalid' });
  });
});

describe('the networks of the registry', () => {
  const packageDir = join(import.meta.dirname, '../../..');

  test('compact ships with the project, opens, and is the default where there is nothing else', async () => {
    const library = new FileModelLibrary({ packageDir, modelsDirs: [tempDir()] });
    expect(library.list().map(({ id, state }) => [id, state.kind])).toEqual([
      ['vgg19', 'missing'],
      ['compact', 'ready'],
    ]);
    expect(library.defaultNetwork()).toBe('compact');
    const { network, checksum } = await library.open('compact');
    expect(checksum).toMatch(/^sha256:[0-9a-f]{64}$/);
    const convolutions = network.operations.filter((o): o is Convolution => o.kind === 'convolution');
    expect(convolutions.map(({ name, outChannels }) => `${name}:${outChannels}`)).toEqual([
      'block1_conv1:32',
      'block1_conv2:32',
      'block2_conv1:64',
      'block2_conv2:64',
      'block3_conv1:128',
      'block3_conv2:128',
      'block4_conv1:256',
      'block4_conv2:256',
      'block5_conv1:256',
    ]);
    expect(network.operations.filter(({ kind }) => kind === 'pooling')).toHaveLength(4);
    for (const { weight } of convolutions) expect(weight.some((value) => value !== 0)).toBe(true);
  });
});
