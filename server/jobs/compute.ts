import { availableParallelism } from 'node:os';
import { EngineUnavailableError, openEngine } from '../engines/open';
import { unavailableEngine } from '../engines/unavailable-engine';
import { FileModelLibrary } from '../models/file-library';
import { openChannel } from './compute-channel';
import { ComputeWorker } from './compute-worker';
import { computeConfigSchema } from './messages';

/*
 * The compute process, started by the server with its configuration as the only argument. It ends when it is told to
 * or when its channel closes, which it does when the server dies, in whatever way. Ctrl+C reaches every process of the
 * terminal, and a service manager signals every process of the service: the server then wants what the run has come to,
 * so these signals are the server's affair.
 */
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
process.on('disconnect', () => process.exit(0));

const config = computeConfigSchema.parse(JSON.parse(process.argv[2] ?? 'null'));
const { engine, attempts, problem } = await openEngine(config.engine, {
  threads: availableParallelism(),
}).then(
  (opened) => ({ ...opened, problem: null }),
  (error: unknown) => {
    if (!(error instanceof EngineUnavailableError)) throw error;
    return { engine: unavailableEngine(error), attempts: error.attempts, problem: error };
  },
);
const channel = openChannel((command) => {
  if (command.type === 'shutdown') process.exit(0);
  worker.obey(command);
});
const worker = new ComputeWorker(engine, new FileModelLibrary(config), channel);
if (problem === null) await channel.log('info', 'engines tried', { choice: config.engine, attempts });
else await channel.log('error', problem.userMessage, { choice: config.engine, attempts });
await channel.send({ type: 'ready', engine: `${engine.name} (${engine.device})` });
