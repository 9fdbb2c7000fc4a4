import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { nanoid } from 'nanoid';
import { io, type Socket } from 'socket.io-client';
import { readEnv } from '../../server/env';
import type { CurvePoint } from '../../server/protocol/curves';
import type { ClientToServerEvents, ServerToClientEvents } from '../../server/protocol/events';
import type { NetworkId } from '../../server/protocol/networks';
import { defaultSettings, type SettingsPatch } from '../../server/protocol/settings';
import type { Forecast } from '../../server/protocol/forecast';
import { encodePng } from '../../server/images/encode';
import { median } from './median';
import { noise } from './noise';
import { childrenPeakBytes } from './peak-memory';
import { measureDelays, type RoomDelays } from './room-delays';
import { benchSettings } from './timed-run';

export interface ServerResult {
  readonly network: NetworkId;
  readonly size: number;
  /** From the start of the process to its ready line. */
  readonly readyMs: number;
  /** From the command to start a run, coarse to fine as people start it, to the first frame at the client. */
  readonly firstFrameMs: number;
  /** From the end of an iteration to its frame at the client. */
  readonly fanOutMs: { readonly median: number; readonly max: number; readonly frames: number };
  /** Mean of an iteration without the first, with {@link WATCHERS} sockets in the room. */
  readonly msPerIteration: number;
  readonly delays: RoomDelays;
  /** What the room was told before the run; `null` where the machine had not been measured by then. */
  readonly forecast: Forecast | null;
  /** What the run then took. */
  readonly totalSeconds: number;
  /** Of the computing process; `null` where the system does not tell. */
  readonly peakBytes: number | null;
}

/** Of the run in the room, and of the bare loop that it is compared with. */
export const ITERATIONS = 20;
/** Sockets that get every frame and every batch of scalars. */
export const WATCHERS = 20;
/** The server loads the network in advance; nobody starts a run in the very second in which the server is up. */
const WARM_UP_MS = 8_000;
const TIMEOUT_MS = 300_000;

type RoomSocket = Socket<ServerToClientEvents, ClientToServerEvents>;

/** Starts the built server in a process of its own and watches a run as a browser does. */
export async function measureServer(network: NetworkId, size: number): Promise<ServerResult> {
  const dataDir = await mkdtemp(join(tmpdir(), 'atelier-bench-'));
  const root = join(import.meta.dirname, '../..');
  const before = performance.now();
  const server = spawn(process.execPath, [join(root, 'dist/main.js')], {
    env: {
      ...environmentOf(network),
      PORT: '0',
      HOST: '127.0.0.1',
      ATELIER_DATA_DIR: dataDir,
      ATELIER_ENGINE: 'onnx',
      LOG_LEVEL: 'debug',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<never>((_resolve, reject) => {
    let last = '';
    createInterface(server.stderr).on('line', (line) => {
      last = line;
    });
    server.once('close', (code, signal) =>
      reject(new Error(`the server ended (${signal ?? code}): ${last}`)),
    );
    setTimeout(() => reject(new Error('the server did not do what it should in time')), TIMEOUT_MS).unref();
  });
  // Also rejected at the end, when nobody waits any more.
  ended.catch(() => undefined);
  try {
    const begun = runBegins(server);
    const url = await Promise.race([readyUrl(server), ended]);
    const readyMs = performance.now() - before;
    await new Promise((resolve) => setTimeout(resolve, WARM_UP_MS));
    const watched = await Promise.race([watchRun(url, network, size, begun, server.pid!), ended]);
    return { network, size, readyMs, ...watched };
  } finally {
    server.removeAllListeners('close');
    await end(server);
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function watchRun(
  url: string,
  network: NetworkId,
  size: number,
  begun: Promise<number>,
  serverPid: number,
) {
  const created = await fetch(`${url}/api/rooms`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  const cookie = created.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const { roomId } = (await created.json()) as { roomId: string };
  const sockets: RoomSocket[] = [];
  const enter = async (): Promise<RoomSocket> => {
    const socket: RoomSocket = io(url, {
      transports: ['websocket'],
      extraHeaders: { cookie },
      forceNew: true,
    });
    sockets.push(socket);
    socket.on('frame', (_frame, _bytes, acknowledge) => acknowledge());
    const joined = await socket.emitWithAck('join', { roomId: roomId as never, name: 'Bench' });
    if (!joined.ok) throw new Error(joined.problem.message);
    return socket;
  };
  try {
    for (let count = 1; count < WATCHERS; count += 1) await enter();
    const socket = await enter();
    const frames: { readonly iteration: number; readonly at: number }[] = [];
    const points: CurvePoint[] = [];
    let starting: { readonly at: number; readonly show: (milliseconds: number) => void } | undefined;
    let forecast: Forecast | null = null;
    let isStarted = false;
    socket.on('frame', (frame) => {
      starting?.show(performance.now() - starting.at);
      // The last frame is of the outcome, which takes no iteration.
      if (!frame.final) frames.push({ iteration: frame.iteration, at: Date.now() });
    });
    socket.on('iterates', (batch) => points.push(...batch.points));
    const finished = new Promise<void>((resolve, reject) => {
      socket.on('forecast', (told) => {
        if (!isStarted) forecast = told;
      });
      socket.on('change', ({ change }) => {
        const status = change.runs?.set.at(-1)?.status;
        if (status?.kind === 'finished') resolve();
        if (status?.kind === 'failed') reject(new Error(status.problem.message));
      });
    });

    const command: (command: object) => Promise<void> = async (body) => {
      const request = { id: nanoid(), command: body };
      const answer = await socket.emitWithAck('command', request as never);
      if (!answer.ok) throw new Error(answer.problem.message);
    };
    for (const [index, kind] of (['content', 'style'] as const).entries()) {
      const { bytes } = await encodePng(noise(size, index + 1));
      const uploaded = await fetch(`${url}/api/rooms/${roomId}/images?name=noise`, {
        method: 'POST',
        headers: { 'content-type': 'image/png', cookie },
        body: Buffer.from(bytes),
      });
      const { id: imageId } = (await uploaded.json()) as { id: string };
      await command({ type: kind === 'content' ? 'content:set' : 'style:add', imageId, crop: null });
    }
    await command({ type: 'settings:change', patch: benchSettings(network, size, ITERATIONS) });

    isStarted = true;
    await command({ type: 'run:start' });
    await finished;
    const timed = { frames: [...frames], points: [...points] };

    // Every iteration of the run that is timed is at the full size, from the first one on.
    const { scaleFactor, iterations } = defaultSettings(network);
    const asUsual: SettingsPatch = { scaleFactor, iterations };
    await command({ type: 'settings:change', patch: asUsual });
    const firstFrame = new Promise<number>((resolve) => {
      starting = { at: performance.now(), show: resolve };
    });
    await command({ type: 'run:start' });
    const firstFrameMs = await firstFrame;
    // Before the computing process is another one.
    const peakBytes = await childrenPeakBytes(serverPid);
    const delays = await measureDelays(sockets[0], socket, serverPid);

    const beganAt = await begun;
    const latencies = timed.frames.flatMap(({ iteration, at }) => {
      const point = timed.points.find((candidate) => candidate.iteration === iteration);
      return point === undefined ? [] : [at - (beganAt + 1000 * point.seconds)];
    });
    if (latencies.length === 0) throw new Error('no frame reached the client');
    const [first, last] = [timed.points.find(({ iteration }) => iteration === 1), timed.points.at(-1)];
    if (first === undefined || last === undefined) throw new Error('no iteration reached the client');
    return {
      forecast: forecast as Forecast | null,
      totalSeconds: last.seconds,
      msPerIteration: (1000 * (last.seconds - first.seconds)) / (last.iteration - first.iteration),
      firstFrameMs,
      delays,
      peakBytes,
      fanOutMs: { median: median(latencies), max: Math.max(...latencies), frames: latencies.length },
    };
  } finally {
    for (const socket of sockets) socket.disconnect();
  }
}

/**
 * With the network in question alone beside the one that comes along: the server warms what new rooms get, and the memory
 * of that would count for the other.
 */
function environmentOf(network: NetworkId): NodeJS.ProcessEnv {
  const { ATELIER_MODELS_DIR: _, ...rest } = process.env;
  if (network === 'compact') return rest;
  const modelsDir = readEnv().modelsDirs.find((dir) => existsSync(join(dir, network)));
  return modelsDir === undefined ? rest : { ...rest, ATELIER_MODELS_DIR: modelsDir };
}

function readyUrl(server: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    createInterface(server.stdout!).on('line', (line) => {
      const url = /Atelier is ready: (http:\S+)/.exec(line)?.[1];
      if (url !== undefined) resolve(url);
    });
  });
}

/** When the first run begins to compute, in milliseconds since 1970: the compute process logs it. */
function runBegins(server: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    createInterface(server.stderr!).on('line', (line) => {
      if (!line.includes('"a run begins"')) return;
      resolve((JSON.parse(line) as { at: number }).at);
    });
  });
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exited = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await exited;
}
