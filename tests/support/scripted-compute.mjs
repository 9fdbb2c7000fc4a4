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

const point = (iteration) => ({
  iteration,
  seconds: iteration / 100,
  width: 2,
  height: 2,
  total: 1,
  content: 0.5,
  style: 0.5,
  tv: 0,
  terms: { content: 0.5, style: 0.5 },
  gradientShares: null,
});

/** The run that is painted, so that a pause, a stop and a suspension can reach it. */
let painting;

/**
 * An iteration every few milliseconds, and a checkpoint after every fourth one, up to the last one of the settings. The
 * pixels of the checkpoint are its iteration; the result says which one it went on from last.
 */
function paint(epoch, job) {
  const totalIterations = job.settings.iterations;
  const from = job.start?.iteration ?? 0;
  let iteration = from;
  const progressOf = () => ({
    iteration,
    totalIterations,
    remainingSeconds: (totalIterations - iteration) / 100,
  });
  const state = () => new Uint8Array(new Float32Array(12).fill(iteration).buffer);
  const told = () => report(epoch, { type: 'iterates', points: [point(iteration)], progress: progressOf() });
  const keep = () => {
    const checkpoint = { iteration, scale: 0, width: 2, height: 2, picture: state(), settings: job.settings };
    report(epoch, { type: 'checkpoint', checkpoint });
  };
  const end = (type) => {
    clearInterval(painting.timer);
    painting = undefined;
    const bytes = Uint8Array.of(from >> 8, from & 255);
    report(epoch, {
      type: 'frame',
      frame: { iteration, width: 2, height: 2, mime: 'image/jpeg', bytes, final: true },
    });
    const end = { ...outcome, width: 2, height: 2, png: bytes, checkpoint: state(), progress: progressOf() };
    report(epoch, { type, outcome: end });
  };
  if (from === 0) told();
  const step = () => {
    if (painting.paused) return;
    iteration += 1;
    told();
    if (iteration % 4 === 0) keep();
    if (iteration >= totalIterations) end('finished');
  };
  painting = { timer: setInterval(step, 10), paused: false, stop: () => end('stopped'), keep };
}

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
  // paints
  9: paint,
  // makes an iteration, then hangs
  10: (epoch) => {
    report(epoch, { type: 'iterates', points: [point(1)], progress });
    setImmediate(() => {
      for (;;);
    });
  },
  // hangs after an iteration of its beginning, and paints when it goes on from a checkpoint
  11: (epoch, job) => {
    if (job.start === null) {
      paint(epoch, job);
      setTimeout(() => {
        for (;;);
      }, 200);
    } else paint(epoch, job);
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
      scripts[command.job.settings.seed](command.epoch, command.job);
      return;
    case 'steer':
      log('steer', { contentWeight: command.settings.contentWeight });
      return;
    case 'pause':
      if (painting) painting.paused = true;
      report(command.epoch, { type: 'paused' });
      return;
    case 'resume':
      if (painting) painting.paused = false;
      report(command.epoch, { type: 'resumed' });
      return;
    case 'stop':
      if (painting) painting.stop();
      else report(command.epoch, { type: 'stopped', outcome });
      return;
    case 'suspend':
      clearInterval(painting?.timer);
      painting?.keep();
      report(command.epoch, { type: 'suspended' });
      return;
    case 'shutdown':
      process.exit(0);
  }
});
log('environment', { names: Object.keys(process.env).sort(), config: JSON.parse(process.argv[2]) });
if (process.env.ATELIER_TEST !== 'never ready') process.send({ type: 'ready', engine: 'scripted' });
