// A compute process that computes nothing: the run's seed says what it does. Plain JavaScript, so that it starts fast.

const log = (message, details = {}) => process.send({ type: 'log', level: 'info', message, details });
const report = (epoch, body) => process.send({ type: 'report', epoch, report: body });
const progress = { iteration: 1, totalIterations: 10, remainingSeconds: 1 };
const outcome = {
  width: 1,
  height: 1,
  png: Uint8Array.of(1),
  checkpoint: new Uint8Array(12),
  progress,
  evaluations: 1,
  converged: false,
};

const scripts = {
  // finishes at once
  1: (epoch) => report(epoch, { type: 'finished', outcome }),
  // goes on until it is stopped
  2: () => undefined,
  // ends by itself
  3: () => process.exit(3),
  // is killed
  4: () => process.kill(process.pid, 'SIGKILL'),
  // says that there is no memory, then dies
  5: () => {
    process.stderr.write("terminate called after throwing an instance of 'std::bad_alloc'\n", () =>
      process.abort(),
    );
  },
  // says something of the run before, as if it had been under way, then finishes
  6: (epoch) => {
    report(epoch - 1, { type: 'failed', problem: { code: 'internal', message: 'late' } });
    report(epoch, { type: 'finished', outcome });
  },
  // says something that nobody can understand
  7: (epoch) => report(epoch, { type: 'finished', outcome: 'a nice picture' }),
  // does not listen any more
  8: () => {
    for (;;);
  },
};

process.on('SIGINT', () => undefined);
process.on('disconnect', () => process.exit(0));
process.on('message', (command) => {
  switch (command.type) {
    case 'warm':
      log('warm', { network: command.network });
      return;
    case 'start':
      report(command.epoch, { type: 'started', engine: 'scripted', networkChecksum: 'sha256:00' });
      scripts[command.job.settings.seed](command.epoch);
      return;
    case 'steer':
      log('steer', { contentWeight: command.settings.contentWeight });
      return;
    case 'pause':
      report(command.epoch, { type: 'paused' });
      return;
    case 'resume':
      report(command.epoch, { type: 'resumed' });
      return;
    case 'stop':
      report(command.epoch, { type: 'stopped', outcome });
      return;
    case 'shutdown':
      process.exit(0);
  }
});
log('environment', { names: Object.keys(process.env).sort(), config: JSON.parse(process.argv[2]) });
if (process.env.ATELIER_TEST !== 'never ready') process.send({ type: 'ready', engine: 'scripted' });
