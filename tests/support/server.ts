import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RequestHandler } from 'express';
import { readEnv } from '../../server/env';
import type { RunQueue } from '../../server/jobs/run-queue';
import { createLogger } from '../../server/logger';
import type { NetworkEntry } from '../../server/models/network-entry';
import { start, type Atelier, type Installation } from '../../server/start';

const packageDir = join(import.meta.dirname, '../..');

const realCompute: Installation['compute'] = {
  entry: join(packageDir, 'server/jobs/compute.ts'),
  execArgv: ['--import', 'tsx'],
};
/** Computes nothing: see there. */
export const scriptedCompute: Installation['compute'] = {
  entry: join(packageDir, 'tests/support/scripted-compute.mjs'),
  execArgv: [],
};

/** A real server on a free port of this machine, without pages. */
export interface TestServer extends Atelier {
  readonly url: string;
  readonly dataDir: string;
}

export interface TestServerOptions {
  /** Says what happens to runs; by default they are really computed. */
  readonly queue?: RunQueue;
  /** What computes them; by default the real thing. */
  readonly compute?: Installation['compute'];
  /** To start on what an earlier server has left; by default a new one. */
  readonly dataDir?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** By default those of the registry. */
  readonly networks?: readonly NetworkEntry[];
  /** By default there are none. */
  readonly pages?: () => Promise<RequestHandler>;
}

const noPages: RequestHandler = (_request, response) => void response.status(404).end();

export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'atelier-test-')));
  const env = readEnv({
    PATH: process.env['PATH'],
    NODE_ENV: 'test',
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'fatal',
    ATELIER_DATA_DIR: dataDir,
    ...options.env,
  });
  const atelier = await start({
    env,
    logger: createLogger(env.logLevel),
    installation: {
      packageDir,
      compute: options.compute ?? realCompute,
      computeEnv: env.computeEnv,
    },
    pages: options.pages ?? (async () => noPages),
    queue: options.queue,
    networks: options.networks,
  });
  return { ...atelier, url: `http://127.0.0.1:${atelier.port}`, dataDir };
}

/** Ends the server and removes what it has written. */
export async function discardServer(server: TestServer): Promise<void> {
  await server.close();
  await rm(server.dataDir, { recursive: true, force: true });
}
