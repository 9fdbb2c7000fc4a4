import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { download } from '../../../server/models/download';
import type { DownloadProgress, DownloadRequest } from '../../../server/models/download-request';
import { cutAfter, serve, stallAfter, startFileServer } from '../../fixtures/file-server';
import { tempDir } from '../../fixtures/temp-dir';

const content = Buffer.from(Array.from({ length: 300_000 }, (_, i) => (i * i) % 251));
const checksum = { algorithm: 'md5', hex: createHash('md5').update(content).digest('hex') } as const;

function request(url: string, changes: Partial<DownloadRequest> = {}): DownloadRequest {
  const path = join(tempDir(), 'models/vgg19/weights.h5');
  return { url: `${url}/weights.h5`, path, bytes: content.length, checksum, ...changes };
}

/** An AppError `download-failed` whose words for people match. */
function failure(words: RegExp): object {
  return expect.objectContaining({
    name: 'AppError',
    code: 'download-failed',
    userMessage: expect.stringMatching(words),
  });
}

function partialOf({ path }: DownloadRequest): Buffer | undefined {
  return existsSync(`${path}.partial`) ? readFileSync(`${path}.partial`) : undefined;
}

describe('download', () => {
  test('fetches a file into a folder that does not exist yet, with progress', async () => {
    const server = await startFileServer(serve(content));
    const progress: DownloadProgress[] = [];
    const wanted = request(server.url, { onProgress: (p) => progress.push(p) });
    await download(wanted);
    expect(readFileSync(wanted.path).equals(content)).toBe(true);
    expect(partialOf(wanted)).toBeUndefined();
    expect(server.ranges).toEqual([undefined]);
    expect(progress[0]).toEqual({ receivedBytes: 0, totalBytes: content.length });
    expect(progress.at(-1)).toEqual({ receivedBytes: content.length, totalBytes: content.length });
    const received = progress.map((p) => p.receivedBytes);
    expect(received).toEqual(received.toSorted((a, b) => a - b));
  });

  test('keeps what came before a cut and goes on from there', async () => {
    const server = await startFileServer(cutAfter(content, 100_000));
    const progress: DownloadProgress[] = [];
    const wanted = request(server.url, { onProgress: (p) => progress.push(p) });
    await expect(download(wanted)).rejects.toEqual(failure(/"compact" stays in use.*Try again/));
    expect(existsSync(wanted.path)).toBe(false);
    const kept = partialOf(wanted)?.length ?? 0;
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThanOrEqual(100_000);

    server.handler = serve(content);
    progress.length = 0;
    await download(wanted);
    expect(server.ranges).toEqual([undefined, `bytes=${kept}-`]);
    expect(progress[0].receivedBytes).toBe(kept);
    expect(readFileSync(wanted.path).equals(content)).toBe(true);
  });

  test('starts again where the server ignores the range', async () => {
    const server = await startFileServer((_, response) => {
      response.writeHead(200, { 'content-length': content.length }).end(content);
    });
    const wanted = request(server.url);
    writeFileSync(join(folderOf(wanted), 'weights.h5.partial'), content.subarray(0, 1000));
    await download(wanted);
    expect(server.ranges).toEqual(['bytes=1000-']);
    expect(readFileSync(wanted.path).equals(content)).toBe(true);
  });

  test('needs no request where only the renaming was left to do', async () => {
    const server = await startFileServer(serve(content));
    const wanted = request(server.url);
    writeFileSync(join(folderOf(wanted), 'weights.h5.partial'), content);
    await download(wanted);
    expect(server.ranges).toEqual([]);
    expect(readFileSync(wanted.path).equals(content)).toBe(true);
  });

  test('throws away a partial file that is longer than the file', async () => {
    const server = await startFileServer(serve(content));
    const wanted = request(server.url);
    writeFileSync(join(folderOf(wanted), 'weights.h5.partial'), Buffer.concat([content, Buffer.from('x')]));
    await download(wanted);
    expect(server.ranges).toEqual([undefined]);
    expect(readFileSync(wanted.path).equals(content)).toBe(true);
  });

  test('refuses a file with a wrong checksum and keeps nothing of it', async () => {
    const wrong = Buffer.from(content);
    wrong[123_456] ^= 1;
    const server = await startFileServer(serve(wrong));
    const wanted = request(server.url);
    await expect(download(wanted)).rejects.toEqual(failure(/not the file that was expected.*thrown away/));
    expect(existsSync(wanted.path)).toBe(false);
    expect(partialOf(wanted)).toBeUndefined();
  });

  test('refuses a partial file that was wrong from the start, and the next attempt is whole', async () => {
    const server = await startFileServer(serve(content));
    const wanted = request(server.url);
    writeFileSync(join(folderOf(wanted), 'weights.h5.partial'), Buffer.alloc(1000));
    await expect(download(wanted)).rejects.toEqual(failure(/not the file that was expected/));
    await download(wanted);
    expect(readFileSync(wanted.path).equals(content)).toBe(true);
  });

  test.each([
    ['shorter', content.subarray(0, 200_000)],
    ['longer', Buffer.concat([content, content])],
  ])('refuses to continue a file that has become %s on the server', async (_, other) => {
    const server = await startFileServer(serve(other));
    const wanted = request(server.url);
    writeFileSync(join(folderOf(wanted), 'weights.h5.partial'), content.subarray(0, 250_000));
    await expect(download(wanted)).rejects.toEqual(failure(/not the file that was expected/));
    expect(partialOf(wanted)).toBeUndefined();
  });

  test('refuses the page of a log-in portal, and keeps the partial file for later', async () => {
    const page = '<h1>Welcome to our wireless network</h1>';
    const server = await startFileServer((_, response) => {
      response.writeHead(200, { 'content-length': page.length }).end(page);
    });
    const wanted = request(server.url);
    writeFileSync(join(folderOf(wanted), 'weights.h5.partial'), content.subarray(0, 1000));
    await expect(download(wanted)).rejects.toEqual(failure(/40 bytes in place of 300000.*log in there/));
    expect(partialOf(wanted)?.length).toBe(1000);
  });

  test('refuses an endless answer of unknown length', async () => {
    const server = await startFileServer((_, response) => {
      response.writeHead(200);
      const send = (): void => void (response.destroyed || response.write(content, () => setImmediate(send)));
      send();
    });
    const wanted = request(server.url);
    await expect(download(wanted)).rejects.toEqual(failure(/more than 300000 bytes/));
    expect(partialOf(wanted)?.length).toBe(0);
  });

  test('says what a 404 means and where to put the file by hand', async () => {
    const server = await startFileServer((_, response) => void response.writeHead(404).end());
    const wanted = request(server.url);
    await expect(download(wanted)).rejects.toEqual(failure(/answered 404 Not Found/));
    // Everybody in a room reads it, so it does not name the server's own folders.
    await expect(download(wanted)).rejects.toEqual(
      failure(/put it into models\/vgg19 in the server's data directory\./),
    );
    expect(partialOf(wanted)).toBeUndefined();
  });

  test('says that the server cannot be reached where the connection is refused', async () => {
    const wanted = request(`http://127.0.0.1:${await closedPort()}`);
    await expect(download(wanted)).rejects.toEqual(
      failure(/server cannot be reached \(ECONNREFUSED\)\. The network "compact" stays in use\. Try again/),
    );
  });

  test('says that there is no connection where the name is not known', async () => {
    // `.invalid` never resolves (RFC 2606).
    const wanted = request('http://atelier.invalid');
    await expect(download(wanted)).rejects.toEqual(failure(/no connection to the internet/));
  });

  test('gives up where nothing arrives any more, and keeps what did', async () => {
    const server = await startFileServer(stallAfter(content, 5000));
    const wanted = request(server.url, { stallTimeoutMs: 300 });
    await expect(download(wanted)).rejects.toEqual(failure(/nothing arrived for 0\.3 s/));
    expect(partialOf(wanted)?.length).toBe(5000);
  });

  test('stops when it is aborted, and keeps what has arrived', async () => {
    const server = await startFileServer(stallAfter(content, 5000));
    const controller = new AbortController();
    const reason = new Error('the person changed their mind');
    const wanted = request(server.url, {
      signal: controller.signal,
      onProgress: ({ receivedBytes }) => receivedBytes > 0 && controller.abort(reason),
    });
    await expect(download(wanted)).rejects.toBe(reason);
    expect(partialOf(wanted)?.length).toBe(5000);
    expect(existsSync(wanted.path)).toBe(false);
  });

  test.skipIf(!existsSync('/dev/full'))('says that the disk is full', async () => {
    const server = await startFileServer(serve(content));
    const wanted = request(server.url);
    symlinkSync('/dev/full', join(folderOf(wanted), 'weights.h5.partial'));
    await expect(download(wanted)).rejects.toEqual(failure(/disk is full: .*Make room/));
    expect(existsSync(wanted.path)).toBe(false);
  });

  test('says so before it starts where the file cannot fit', async () => {
    const server = await startFileServer(serve(content));
    await expect(download(request(server.url, { bytes: 2 ** 60 }))).rejects.toEqual(failure(/disk is full/));
    expect(server.ranges).toEqual([]);
  });

  test('says that a folder cannot be written to', async () => {
    const server = await startFileServer(serve(content));
    const file = join(tempDir(), 'file');
    writeFileSync(file, '');
    await expect(download(request(server.url, { path: join(file, 'weights.h5') }))).rejects.toEqual(
      failure(/download of this network .* did not work/),
    );
  });
});

/** Makes the folder that the request's file goes to. */
function folderOf({ path }: DownloadRequest): string {
  const dir = dirname(path);
  mkdirSync(dir, { recursive: true });
  return dir;
}

/** A port that nothing listens on. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
