import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const START_TIMEOUT_MS = 60_000;

/** The built product in a process of its own, on a free port of this machine, as people start it. */
export interface ProductServer {
  readonly url: string;
  readonly dataDir: string;
  /** Ends it as a service manager would. */
  stop(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Ends it and removes what it has written. */
  discard(): Promise<void>;
}

/** To start on what an earlier server has left, at its address. */
export interface Predecessor {
  readonly dataDir: string;
  readonly url: string;
}

/**
 * @param predecessor by default none: a new data directory, and a free port
 * @param modelsDir folder of networks, by default the one that this process was given
 */
export async function startProduct(
  predecessor?: Predecessor,
  modelsDir = process.env['ATELIER_MODELS_DIR'],
): Promise<ProductServer> {
  const directory = predecessor?.dataDir ?? (await mkdtemp(join(tmpdir(), 'atelier-e2e-')));
  const child = spawn(process.execPath, ['dist/main.js'], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: predecessor ? new URL(predecessor.url).port : '0',
      LOG_LEVEL: 'error',
      ATELIER_DATA_DIR: directory,
      ATELIER_MODELS_DIR: modelsDir,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    await exited;
  };
  const url = await readyUrl(child).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return {
    url,
    dataDir: directory,
    stop,
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
    async discard() {
      await stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

function readyUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const timer = setTimeout(() => reject(new Error(`not ready in time: ${output}`)), START_TIMEOUT_MS);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`the server ended with ${code}: ${output}`));
    });
    child.stdout!.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const port = /ready: http:\/\/localhost:(\d+)/.exec(output)?.[1];
      if (!port) return;
      clearTimeout(timer);
      resolve(`http://127.0.0.1:${port}`);
    });
  });
}
