import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The built pages on a real server, whose runs send frames at a steady pace without computing. */
export interface FrameServer {
  readonly url: string;
  /** Ends it and removes what it has written. */
  discard(): Promise<void>;
}

/**
 * @param framesPerSecond that the server has to send; a page that shows fewer gets the newest each time
 * @throws Error where it ends before it is ready
 */
export async function startFrameServer(framesPerSecond: number): Promise<FrameServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'atelier-frames-'));
  const entry = join(import.meta.dirname, 'frame-process.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', entry, String(framesPerSecond)], {
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', ATELIER_DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const discard = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    await exited;
    await rm(dataDir, { recursive: true, force: true });
  };
  for await (const line of createInterface(child.stdout)) {
    const port = /^listening (\d+)$/.exec(line)?.[1];
    if (port) return { url: `http://127.0.0.1:${port}`, discard };
  }
  await discard();
  throw new Error('the server ended before it was ready');
}
