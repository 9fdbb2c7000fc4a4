import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RequestHandler } from 'express';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeRunQueue } from '../support/fake-run-queue';
import { startTestServer, type TestServer } from '../support/server';

let dataDir: string;
const servers: TestServer[] = [];
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'atelier-start-'));
});
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
  await rm(dataDir, { recursive: true, force: true });
});

async function startHere(options: Parameters<typeof startTestServer>[0] = {}): Promise<TestServer> {
  const server = await startTestServer({ queue: new FakeRunQueue(), dataDir, ...options });
  servers.push(server);
  return server;
}

const noPages: RequestHandler = (_request, response) => void response.status(404).end();

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => probe.once('listening', listening));
  const { port } = probe.address() as { port: number };
  await new Promise((closed) => probe.close(closed));
  return port;
}

describe('starting', () => {
  it('a second server on the same data waits until the first one has ended', async () => {
    const first = await startHere();
    let second: TestServer | undefined;
    const starting = startHere().then((server) => (second = server));
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(second).toBeUndefined();
    await first.close();
    await starting;
    expect((await fetch(`${second!.url}/api/health`)).status).toBe(200);
  });

  it('requests are answered from the start: 503 and when to try again, until everything is ready', async () => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    let prepared = () => {};
    const gate = new Promise<void>((resolve) => (prepared = resolve));
    const starting = startHere({
      env: { PORT: String(port) },
      pages: async () => {
        await gate;
        return noPages;
      },
    });
    const api = await vi.waitFor(() => fetch(`${url}/api/health`), { timeout: 20_000 });
    expect(api.status).toBe(503);
    expect(api.headers.get('retry-after')).toBe('1');
    expect(await api.json()).toMatchObject({ problem: { code: 'unavailable' } });
    const page = await fetch(`${url}/r/some-room`);
    expect(page.status).toBe(503);
    expect(await page.text()).toContain('Atelier is starting');
    const upload = await fetch(`${url}/api/rooms/some-room/images`, {
      method: 'POST',
      body: Buffer.alloc(5_000_000),
    });
    expect(upload.status).toBe(503);

    prepared();
    await starting;
    expect((await fetch(`${url}/api/health`)).status).toBe(200);
    expect((await fetch(`${url}/r/some-room`)).status).toBe(404);
  });

  it.each([
    [
      'the pages cannot be prepared',
      async () => undefined,
      { pages: () => Promise.reject(new Error('no pages')) },
      'no pages',
      1,
    ],
    ['the database cannot be opened', () => mkdir(join(dataDir, 'atelier.db')), {}, /database/, 0],
    ['the secrets are damaged', () => writeFile(join(dataDir, 'secrets.json'), '{'), {}, 'is damaged', 0],
  ])('leaves nothing running where %s', async (_, prepare, options, message, queuesClosed) => {
    const port = await freePort();
    await prepare();
    const queue = new FakeRunQueue();
    await expect(startHere({ env: { PORT: String(port) }, queue, ...options })).rejects.toThrow(message);
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
    expect(queue.calls.filter(({ type }) => type === 'close')).toHaveLength(queuesClosed);

    // The data and the port are free for the next one, at once.
    await rm(join(dataDir, 'atelier.db'), { recursive: true, force: true });
    await rm(join(dataDir, 'secrets.json'), { force: true });
    const next = await startHere({ env: { PORT: String(port) } });
    expect((await fetch(`${next.url}/api/health`)).status).toBe(200);
  });

  it('leaves no computing process where the start fails', async () => {
    const before = await children();
    await expect(
      startHere({ queue: undefined, pages: () => Promise.reject(new Error('no pages')) }),
    ).rejects.toThrow('no pages');
    expect(await children()).toEqual(before);
  });

  it('a port that is taken is named, and the data is free again', async () => {
    const first = await startHere();
    const other = await mkdtemp(join(tmpdir(), 'atelier-start-'));
    try {
      const refused = startTestServer({
        queue: new FakeRunQueue(),
        dataDir: other,
        env: { PORT: String(first.port) },
      });
      await expect(refused).rejects.toThrow(`Port ${first.port} is in use already`);
      const next = await startTestServer({ queue: new FakeRunQueue(), dataDir: other });
      await next.close();
    } finally {
      await rm(other, { recursive: true });
    }
  });
});

/** The numbers of this process's children. */
async function children(): Promise<string> {
  if (process.platform !== 'linux') return '';
  return readFile(`/proc/self/task/${process.pid}/children`, 'utf8');
}
