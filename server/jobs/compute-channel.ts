import { z } from 'zod';
import type { Problem } from '../protocol/errors';
import { computeCommandSchema, epochSchema, type ComputeCommand, type ComputeMessage } from './messages';

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

/** As much of a run's start as is needed to say that it cannot be computed. */
const anyStartSchema = z.object({ type: z.literal('start'), epoch: epochSchema });

/**
 * Opens the channel that `fork()` made. A command that cannot be understood is not handed on: a run that was to start
 * with it fails.
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
  process.on('message', (raw) => {
    const command = computeCommandSchema.safeParse(raw);
    if (command.success) onCommand(command.data);
    // Rejected only where the channel is closed, and then the process ends.
    else void refuse(channel, raw, command.error);
  });
  return channel;
}

async function refuse(channel: ComputeChannel, raw: unknown, error: z.ZodError): Promise<void> {
  await channel.log('error', 'a command that cannot be understood', { error: z.prettifyError(error) });
  const start = anyStartSchema.safeParse(raw);
  if (!start.success) return;
  const problem: Problem = {
    code: 'run-failed',
    message:
      'The run was not computed: the computing process does not understand what it was to do. Start the server ' +
      "again and then the run; if it happens again, the server's log says more.",
  };
  await channel.send({ type: 'report', epoch: start.data.epoch, report: { type: 'failed', problem } });
}
