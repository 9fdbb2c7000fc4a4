import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { NetworkEntry } from '../../../server/models/network-entry';
import { compact } from '../../../server/models/networks/compact';
import { serve, startFileServer, type FileServer } from '../../fixtures/file-server';
import { tinyArchitecture } from '../../fixtures/weights';
import { Person, type Seat } from '../../support/client';
import { FakeRunQueue } from '../../support/fake-run-queue';
import { discardServer, startTestServer, type TestServer } from '../../support/server';

/* Real downloads of a network whose weights are small: nobody here reads them. */
const WEIGHTS = randomBytes(200_000);
const HALF = 100_000;

const network: NetworkEntry = {
  id: 'vgg19',
  name: 'Small',
  licence: { name: 'MIT', url: 'https://licence.example' },
  source: 'made by a test',
  architecture: tinyArchitecture,
  variants: [
    {
      id: 'float',
      format: 'keras-hdf5',
      location: 'models-folder',
      files: [
        {
          name: 'weights.h5',
          bytes: WEIGHTS.length,
          checksum: { algorithm: 'sha256', hex: createHash('sha256').update(WEIGHTS).digest('hex') },
          url: 'https://files.example/small/weights.h5',
        },
      ],
    },
  ],
};

let files: FileServer;
let server: TestServer;
let owner: Seat;
let editor: Seat;
let viewer: Seat;

/** A room with three people, on a server that downloads from `files`. */
async function openRoom(handler: FileServer['handler']): Promise<void> {
  files = await startFileServer(handler);
  server = await startTestServer({
    queue: new FakeRunQueue(),
    networks: [network, compact],
    env: { ATELIER_DOWNLOAD_BASE_URL: files.url },
  });
  onTestFinished(() => discardServer(server));
  const [ada, ben, eve] = [new Person(server.url), new Person(server.url), new Person(server.url)];
  const roomId = await ada.createRoom();
  owner = ada.connect();
  const { keys } = await owner.join(roomId, 'Ada');
  await ben.enter(roomId, keys.edit!);
  editor = ben.connect();
  await editor.join(roomId, 'Ben');
  await eve.enter(roomId, keys.watch);
  viewer = eve.connect();
  await viewer.join(roomId, 'Eve');
}

const download = (seat: Seat) => seat.command({ type: 'network:download', network: 'vgg19' });
const weightsPath = () => join(server.dataDir, 'models/vgg19/weights.h5');
const everybody = () => [owner, editor, viewer];

async function allSee(kind: string): Promise<void> {
  await Promise.all(
    everybody().map((seat) => seat.until(() => seat.network('vgg19')?.kind === kind, `vgg19 is ${kind}`)),
  );
}

describe('downloading a network', () => {
  it.each([
    ['the owner', () => owner],
    ['an editor', () => editor],
  ])('%s may; everybody sees it go on, and then that the network is ready', async (_, who) => {
    let goOn = () => {};
    await openRoom((_request, response) => {
      response.writeHead(200, { 'content-length': WEIGHTS.length });
      response.write(WEIGHTS.subarray(0, HALF));
      goOn = () => response.end(WEIGHTS.subarray(HALF));
    });
    expect(owner.network('vgg19')).toEqual({ kind: 'missing' });
    const revision = owner.room!.revision;

    expect(await download(who())).toEqual({ ok: true, revision });
    await allSee('downloading');
    await vi.waitFor(() => expect(files.paths).toEqual(['/small/weights.h5']));
    goOn();
    await allSee('ready');
    for (const seat of everybody()) {
      expect(seat.network('vgg19')).toEqual({ kind: 'ready', variant: 'float' });
    }
    expect(await readFile(weightsPath())).toEqual(WEIGHTS);
  });

  it('tells how much has arrived, in numbers that only grow', async () => {
    const parts = 8;
    const part = WEIGHTS.length / parts;
    await openRoom((_request, response) => {
      response.writeHead(200, { 'content-length': WEIGHTS.length });
      let sent = 0;
      const timer = setInterval(() => {
        response.write(WEIGHTS.subarray(sent * part, (sent + 1) * part));
        sent += 1;
        if (sent === parts) clearInterval(timer);
      }, 250);
    });
    const told: number[] = [];
    viewer.socket.on('networks', (networks) => {
      const { state } = networks.find(({ id }) => id === 'vgg19')!;
      if (state.kind !== 'downloading') return;
      expect(state.totalBytes).toBe(WEIGHTS.length);
      told.push(state.receivedBytes);
    });
    await download(owner);
    await allSee('ready');
    expect(told.length).toBeGreaterThan(3);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.some((bytes) => bytes > 0 && bytes < WEIGHTS.length)).toBe(true);
  });

  it('two who ask at the same time wait for the same download', async () => {
    await openRoom(serve(WEIGHTS));
    const answers = await Promise.all([download(owner), download(editor)]);
    await allSee('ready');
    expect(answers[0]).toMatchObject({ ok: true });
    expect(files.paths).toHaveLength(1);
  });

  it('whoever watches may not', async () => {
    await openRoom(serve(WEIGHTS));
    expect(await download(viewer)).toMatchObject({ ok: false, problem: { code: 'forbidden' } });
    expect(files.paths).toEqual([]);
  });

  it('what is here already is not fetched again, and that is said', async () => {
    await openRoom(serve(WEIGHTS));
    await mkdir(dirname(weightsPath()), { recursive: true });
    await writeFile(weightsPath(), WEIGHTS);
    expect(await download(owner)).toMatchObject({
      ok: false,
      problem: { code: 'conflict', message: expect.stringContaining('on this server already') as string },
    });
    expect(await owner.command({ type: 'network:download', network: 'compact' })).toMatchObject({
      ok: false,
      problem: { code: 'invalid', message: expect.stringContaining('comes with Atelier') as string },
    });
    expect(files.paths).toEqual([]);
  });
});

describe('a download that fails', () => {
  it('with another file than the one that was expected is told to everybody, and leaves nothing; the next one works', async () => {
    await openRoom(serve(Buffer.alloc(WEIGHTS.length)));
    expect(await download(editor)).toMatchObject({ ok: true });
    await allSee('failed');
    for (const seat of everybody()) {
      expect(seat.network('vgg19')).toMatchObject({
        message: expect.stringMatching(/not the file that was expected .*"compact" stays in use/) as string,
      });
    }
    expect(existsSync(weightsPath())).toBe(false);

    files.handler = serve(WEIGHTS);
    await download(owner);
    await allSee('ready');
  });

  it('for want of a connection is told to everybody, with what to do', async () => {
    await openRoom((_request, response) => response.destroy());
    await download(owner);
    await allSee('failed');
    for (const seat of everybody()) {
      expect(seat.network('vgg19')).toMatchObject({
        message: expect.stringMatching(
          /the connection was cut .*Try again .*or download .* by other means/,
        ) as string,
      });
    }
  });

  it('for a server that is not there as well', async () => {
    await openRoom(serve(WEIGHTS));
    files.stop();
    await download(editor);
    await allSee('failed');
    for (const seat of everybody()) {
      expect(seat.network('vgg19')).toMatchObject({
        message: expect.stringContaining('the server cannot be reached (ECONNREFUSED)') as string,
      });
    }
  });
});
