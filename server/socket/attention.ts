import { AppError } from '../errors';
import type { Logger } from '../logger';
import { attentionSchema } from '../protocol/presence';
import { checkAttentionRate } from './rate';
import type { RoomSocket } from './room-socket';

/** Hands on what a member looks at. What is of no use or comes too often is dropped: nobody waits for an answer. */
export function attend(socket: RoomSocket, message: unknown, logger: Logger): void {
  const attention = attentionSchema.safeParse(message);
  const { seat } = socket.data;
  if (!attention.success || !seat) return;
  checkAttentionRate(socket.id)
    .then(() => seat.connection.attend(attention.data))
    .catch((error: unknown) => {
      if (!(error instanceof AppError)) logger.error({ err: error, socket: socket.id }, 'attention failed');
    });
}
