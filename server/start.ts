import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { RequestHandler } from 'express';
import { nanoid } from 'nanoid';
import { networkOrigins } from './addresses';
import { lockDataDir, type DataLock } from './data-lock';
import type { Env } from './env';
import { createHttpApp } from './http/app';
import { loadSamples } from './http/samples';
import { originCheck } from './http/security';
import { answerStarting } from './http/starting';
import { LocalRunQueue } from './jobs/local-run-queue';
import type { RunQueue } from './jobs/run-queue';
import { pictureOfStart } from './jobs/start-picture';
import { ComputeSupervisor, type SupervisorOptions } from './jobs/supervisor';
import type { Logger } from './logger';
import { FileModelLibrary } from './models/file-library';
import type { NetworkEntry } from './models/network-entry';
import { PersonCookies } from './person';
import { openDatabase, type Database } from './repositories/database';
import { createFolderObjectStore } from './repositories/folder-object-store';
import { limitObjectStore } from './repositories/limited-object-store';
import type { Estate } from './retention/collect';
import { startRetention, type RetentionTimer } from './retention/timer';
import { RoomHost } from './rooms/host';
import { LinkKeyring } from './rooms/link-keys';
import { loadSecrets } from './secrets';
import { openGateway, type Gateway } from './socket/gateway';
import { FilmFolder } from './time-lapse/film-folder';
import { TimeLapses } from './time-lapse/time-lapses';

/** How long the run that is going may take to leave a checkpoint when the server is told to stop. */
const CLOSE_TIMEOUT_MS = 8000;

/** What differs between a start from the sources and one of the built server. */
export interface Installation {
  /** The root of the project: `models/`, `prisma/` and `public/` are in it. */
  readonly packageDir: string;
  /** The module that computes, how Node loads it, and for how long it may say nothing. */
  readonly compute: Pick<SupervisorOptions, 'entry' | 'execArgv' | 'watchdog'>;
  /** The environment of the computing process. */
  readonly computeEnv: Readonly<Record<string, string>>;
}

export interface StartOptions {
  readonly env: Env;
  readonly logger: Logger;
  readonly installation: Installation;
  /** Makes what answers for the pages; it may need the HTTP server, for a socket of its own. */
  readonly pages: (http: Server) => Promise<RequestHandler>;
  /** For tests that say themselves what happens to runs; by default they are computed on this machine. */
  readonly queue?: RunQueue;
  /** For tests that download: the networks to know, in the order of preference; by default those of the registry. */
  readonly networks?: readonly NetworkEntry[];
}

/** A server that is up. */
export interface Atelier {
  readonly port: number;
  /** Where others in the network reach it. */
  readonly origins: readonly string[];
  /** The process that computes; for tests that kill it. */
  readonly computePid: () => number | undefined;
  /** Has the run that is going leave a checkpoint, then ends the connections, then everything else. No run is over by it. */
  close(): Promise<void>;
}

/** What is up of a server; all of it once it has started. */
interface Parts {
  lock?: DataLock;
  http?: Server;
  database?: Database;
  runs?: RunQueue;
  host?: RoomHost;
  timeLapses?: TimeLapses;
  retention?: RetentionTimer;
  gateway?: Gateway;
}

/**
 * Puts Atelier together and starts it: the one place that constructs things.
 * @throws Error where the data directory is another server's or cannot be used, or the port is taken; nothing is left
 * running then
 */
export async function start(options: StartOptions): Promise<Atelier> {
  const parts: Parts = {};
  try {
    return await assemble(options, parts);
  } catch (error) {
    await close(parts).catch((closing: unknown) => {
      // What is to be mended is why it could not start.
      options.logger.error(
        { err: closing },
        'a server that could not start could not be closed in order either',
      );
    });
    throw error;
  }
}

async function assemble(
  { env, logger, installation, pages, queue, networks }: StartOptions,
  parts: Parts,
): Promise<Atelier> {
  const { packageDir } = installation;
  // First, since a second server on the same data would compute the runs of the first one too.
  const lock = (parts.lock = await lockDataDir(env.dataDir, {
    onWait: (holder) => logger.info(`waiting for another server on ${env.dataDir} to end (${holder})`),
  }));
  const http = (parts.http = createServer(answerStarting));
  await listen(http, env.port, env.host);
  const port = (http.address() as AddressInfo).port;
  lock.announce(port);
  const origins = () => networkOrigins(env.host, port);

  const samplesDir = join(packageDir, 'public/samples');
  const samples = await loadSamples(samplesDir);
  const secrets = await loadSecrets(env.dataDir);
  const database = (parts.database = await openDatabase({
    dataDir: env.dataDir,
    migrationsDir: join(packageDir, 'prisma/migrations'),
    onDamage: (error) => logger.error({ err: error }, 'something stored cannot be read and was left out'),
  }));
  const folder = createFolderObjectStore(env.dataDir);
  const { maxBytes } = env.retention;
  const makeRoom = () => void parts.retention?.collectNow();
  const objects = maxBytes === null ? folder : limitObjectStore(folder, maxBytes, makeRoom);
  const models = new FileModelLibrary({
    packageDir,
    modelsDirs: env.modelsDirs,
    downloadBaseUrl: env.downloadBaseUrl,
    networks,
  });
  const supervisor = queue
    ? null
    : new ComputeSupervisor({
        ...installation.compute,
        config: { packageDir, modelsDirs: [...env.modelsDirs], engine: env.engine },
        env: installation.computeEnv,
        logger,
      });
  const warmDefault = () => {
    const network = models.defaultNetwork();
    const state = models.list().find(({ id }) => id === network)?.state;
    if (state?.kind === 'ready') supervisor?.warm(network, state.variant);
  };
  warmDefault();
  models.onChange(warmDefault); // what has just been downloaded may be the new default
  const runs = (parts.runs = queue ?? new LocalRunQueue(supervisor!, logger, { pictureOfStart }));
  const persons = new PersonCookies(secrets.cookieKey);
  const host = (parts.host = new RoomHost({
    rooms: database.rooms,
    curves: database.curves,
    objects,
    queue: runs,
    keyring: new LinkKeyring(secrets.roomKey),
    memberId: (personId, roomId) => persons.memberId(personId, roomId),
    readyNetworks: () => models.list().flatMap(({ id, state }) => (state.kind === 'ready' ? [id] : [])),
    defaultNetwork: () => models.defaultNetwork(),
    newId: () => nanoid(12),
    now: () => Date.now(),
    logger,
  }));
  await host.recover();
  const timeLapses = (parts.timeLapses = new TimeLapses({
    folder: new FilmFolder(env.dataDir),
    objects,
    logger,
  }));
  const letGo: Estate['letGo'] = (roomId, before) => host.letGo(roomId, before);
  const estate = { dataDir: env.dataDir, rooms: database.rooms, objects, letGo };
  parts.retention = startRetention(estate, env.retention, logger);

  const development = env.mode === 'development';
  const isAllowedOrigin = originCheck(env.origins);
  const app = createHttpApp({
    host,
    persons,
    objects,
    timeLapses,
    models,
    samples,
    samplesDir,
    isAllowedOrigin,
    development,
    pages: await pages(http),
    logger,
  });
  http.off('request', answerStarting);
  http.on('request', app);
  parts.gateway = openGateway({ http, host, models, persons, isAllowedOrigin, origins, development, logger });

  return {
    port,
    origins: origins(),
    computePid: () => supervisor?.pid,
    close: () => close(parts),
  };
}

/** Each part after those that need it. One that fails keeps the others from nothing. */
async function close({
  lock,
  http,
  database,
  runs,
  host,
  timeLapses,
  retention,
  gateway,
}: Parts): Promise<void> {
  const steps = [
    () => gateway?.tellStopping(),
    () => runs?.close(CLOSE_TIMEOUT_MS),
    () => host?.close(),
    // Only now: a collection that is being done may take longer than whoever stops the server waits for a checkpoint.
    () => retention?.close(),
    () => timeLapses?.close(),
    () => http && closeHttp(http, gateway),
    () => database?.close(),
    () => lock?.release(),
  ];
  const errors: unknown[] = [];
  for (const step of steps) {
    try {
      await step();
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw errors.length === 1 ? errors[0] : new AggregateError(errors);
}

async function closeHttp(http: Server, gateway: Parts['gateway']): Promise<void> {
  if (!http.listening) return;
  http.closeIdleConnections();
  const closed = gateway
    ? gateway.close() // ends the sockets and then the HTTP server
    : new Promise<void>((resolve, reject) => http.close((error) => (error ? reject(error) : resolve())));
  http.closeAllConnections();
  await closed;
}

async function listen(http: Server, port: number, host: string): Promise<void> {
  http.listen(port, host);
  try {
    await once(http, 'listening');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Error(
      code === 'EADDRINUSE'
        ? `Port ${port} is in use already. Stop the other program, or choose another port: PORT=${port + 1} npm start`
        : `Cannot listen on ${host}:${port}: ${message}`,
      { cause: error },
    );
  }
}
