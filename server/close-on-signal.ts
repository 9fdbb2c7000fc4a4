import type { Logger } from './logger';

/**
 * Ends this process in order when it is told to, by Ctrl+C or by a service manager, and says by its exit code whether it could.
 *
 * @param close bounded in time: a service manager kills what has not ended within some seconds, often ten
 */
export function closeOnSignal(close: () => Promise<void>, logger: Logger): void {
  let closing: Promise<void> | undefined;
  const stop = (signal: NodeJS.Signals) => {
    logger.info({ signal }, 'stopping');
    closing ??= close().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.fatal({ err: error, signal }, 'could not stop in order');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
