import { computeCommandSchema, type ComputeCommand, type ComputeMessage } from './messages';

/** The compute process's end of the channel to the server. */
export interface ComputeChannel {
  /** Resolves once the message has left the process, which only happens while nothing blocks it. */
  send(message: ComputeMessage): Promise<void>;
  log(
    level: 'debug' | 'info' | 'warn' | 'error',
    message: string,
    details?: Record<string, unknown>,
  ): Promise<void>;
}

/**
 * Opens the channel that `fork()` made.
 * @throws Error where this process was not forked
 */
export function openChannel(onCommand: (command: ComputeCommand) => void): ComputeChannel {
  if (process.send === undefined)
    throw new Error('the compute process is started by the server, not by hand');
  const channel: ComputeChannel = {
    send: (message) =>
      new Promise((resolve, reject) => {
        process.send!(message, undefined, undefined, (error) => (error ? reject(error) : resolve()));
      }),
    log: (level, message, details = {}) => channel.send({ type: 'log', level, message, details }),
  };
  process.on('message', (raw) => onCommand(computeCommandSchema.parse(raw)));
  return channel;
}
