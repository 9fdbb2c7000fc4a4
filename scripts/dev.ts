import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/*
 * `npm run dev`: the server from its source. Next reloads the pages by itself; when a file of the server changes, the
 * server starts again and the pages' sockets come back.
 */
const root = join(import.meta.dirname, '..');
const tsx = join(dirname(createRequire(import.meta.url).resolve('tsx/package.json')), 'dist/cli.mjs');

const server = spawn(
  process.execPath,
  [tsx, 'watch', '--clear-screen=false', '--exclude', '.next/**', '--exclude', 'data/**', 'server/main.ts'],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'development', NEXT_TELEMETRY_DISABLED: '1' },
  },
);
// Ctrl-C reaches the whole group by itself; a signal to this process alone is passed on.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => server.kill('SIGTERM'));
server.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 0)));
