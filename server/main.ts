import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import next from 'next';
import type { RequestHandler } from 'express';
import { closeOnSignal } from './close-on-signal';
import { readEnv } from './env';
import { createLogger } from './logger';
import { start } from './start';

/*
 * The server process, built (dist/main.js) or from its source with a loader (server/main.ts). Both lie one folder below
 * the project's root, and the computing process is started the same way as this one.
 */
const file = fileURLToPath(import.meta.url);
const packageDir = join(file, '../..');
const fromSource = file.endsWith('.ts');

/*
 * There is no handler for `unhandledRejection`. Requests, commands, events of runs and downloads each catch their own
 * failures, so one that nothing has caught is a mistake in the program, after which nobody knows what it is doing: Node's
 * default, which prints it and ends the process, is right. It costs the run that is going a few seconds, and nothing that was acknowledged.
 */
async function main(): Promise<void> {
  const env = readEnv();
  const logger = createLogger(env.logLevel);
  const atelier = await start({
    env,
    logger,
    installation: {
      packageDir,
      compute: fromSource
        ? { entry: join(packageDir, 'server/jobs/compute.ts'), execArgv: ['--import', 'tsx'] }
        : { entry: join(packageDir, 'dist/compute.js'), execArgv: [] },
      computeEnv: env.computeEnv,
    },
    pages: async (httpServer) => {
      const app = next({ dev: env.mode === 'development', dir: packageDir, httpServer });
      await app.prepare();
      const handle = app.getRequestHandler();
      const pages: RequestHandler = (request, response, next) => {
        handle(request, response).catch(next);
      };
      return pages;
    },
  });

  closeOnSignal(() => atelier.close(), logger);

  const lines = [`Atelier is ready: http://localhost:${atelier.port}`];
  if (atelier.origins.length > 0)
    lines.push(`Others in your network reach it at ${atelier.origins.join(' or ')}`);
  process.stdout.write(`${lines.join('\n')}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(
    `Atelier could not start. ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exit(1);
});
