import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { RequestHandler } from 'express';
import { nanoid } from 'nanoid';
import { networkOrigins } from './addresses';
import type { Env } from './env';
import { createHttpApp } from './http/app';
import { loadSamples } from './http/samples';
import { originCheck } from './http/security';
import { LocalRunQueue } from './jobs/local-run-queue';
import type { RunQueue } from './jobs/run-queue';
import { ComputeSupervisor } from './jobs/supervisor';
import type { Logger } from './logger';
import { FileModelLibrary } from './models/file-library';
import { PersonCookies } from './person';
import { openDatabase } from './repositories/database';
import { createFolderObjectStore } from './repositories/folder-object-store';
import { RoomHost } from './rooms/host';
import { LinkKeyring } from './rooms/link-keys';
import { loadSecrets } from './secrets';
import { openGateway } from './socket/gateway';

/** How long running work may take to come to an end when the server is told to stop. */
const CLOSE_TIMEOUT_MS = 8000;

/** What differs between a start from the sources and one of the built server. */
export interface Installation {
  /** The root of the project: `models/`, `prisma/` and `public/` are in it. */
  readonly packageDir: string;
  /** The module that computes, and how Node loads it. */
  readonly compute: { readonly entry: string; readonly execArgv: readonly string[] };
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
}

/** A server that is up. */
export interface Atelier {
  readonly port: number;
  /** Where others in the network reach it. */
  readonly origins: readonly string[];
  /** The process that computes; for tests that kill it. */
  readonly computePid: () => number | undefined;
  /** Ends the runs (their pictures so far are kept), then the connections, then everything else. */
  close(): Promise<void>;
}

/**
 * Puts Atelier together and starts it: the one place that constructs things.
 * @throws Error where the port is taken, or the data directory cannot be used; nothing is left running then
 */
export async function start({ env, logger, installation, pages, queue }: StartOptions): Promise<Atelier> {
  const { packageDir } = installation;
  const samplesDir = join(packageDir, 'public/samples');
  const samples = await loadSamples(samplesDir);
  const secrets = await loadSecrets(env.dataDir);
  const http = createServer();
  await listen(http, env.port, env.host); // first, so that a second server on this port does no harm to the first one's data
  const port = (http.address() as AddressInfo).port;
  const origins = () => networkOrigins(env.host, port);

  const database = await openDatabase({
    dataDir: env.dataDir,
    migrationsDir: join(packageDir, 'prisma/migrations'),
  });
  const objects = createFolderObjectStore(env.dataDir);
  const models = new FileModelLibrary({
    packageDir,
    modelsDirs: env.modelsDirs,
    downloadBaseUrl: env.downloadBaseUrl,
  });
  const supervisor = queue
    ? null
    : new ComputeSupervisor({
        ...installation.compute,
        config: { packageDir, modelsDirs: [...env.modelsDirs] },
        env: installation.computeEnv,
        logger,
      });
  const warmDefault = () => supervisor?.warm(models.defaultNetwork());
  warmDefault();
  models.onChange(warmDefault); // a network that has just been downloaded may be the new default
  const runs = queue ?? new LocalRunQueue(supervisor!, logger);
  const persons = new PersonCookies(secrets.cookieKey);
  const host = new RoomHost({
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
  });
  await host.recover();

  const isAllowedOrigin = originCheck(env.origins);
  const app = createHttpApp({
    host,
    persons,
    objects,
    samples,
    samplesDir,
    isAllowedOrigin,
    development: env.mode === 'development',
    pages: await pages(http),
    logger,
  });
  http.on('request', app);
  const gateway = openGateway({ http, host, models, persons, isAllowedOrigin, origins, logger });

  return {
    port,
    origins: origins(),
    computePid: () => supervisor?.pid,
    async close() {
      await runs.close(CLOSE_TIMEOUT_MS);
      await host.close();
      http.closeIdleConnections();
      const closed = gateway.close(); // ends the sockets and then the HTTP server
      http.closeAllConnections();
      await closed;
      await database.close();
    },
  };
}

function listen(http: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once('error', (error: NodeJS.ErrnoException) => {
      const reason =
        error.code === 'EADDRINUSE'
          ? `Port ${port} is in use already. Stop the other program, or choose another port: PORT=${port + 1} npm start`
          : `Cannot listen on ${host}:${port}: ${error.message}`;
      reject(new Error(reason, { cause: error }));
    });
    http.listen(port, host, () => resolve());
  });
}
