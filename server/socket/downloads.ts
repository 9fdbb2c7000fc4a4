import { AppError } from '../errors';
import type { Logger } from '../logger';
import type { ModelLibrary } from '../models/library';
import { commandRoles, type Command } from '../protocol/commands';
import type { RoomId } from '../protocol/ids';
import type { NetworkId } from '../protocol/networks';
import type { RoomHost } from '../rooms/host';

export interface DownloadOptions {
  readonly host: RoomHost;
  readonly models: ModelLibrary;
  readonly logger: Logger;
}

/** Starts a download and returns at once; its progress and its failure go to everybody as `networks`. */
export async function download(
  roomId: RoomId,
  personId: string,
  command: Extract<Command, { type: 'network:download' }>,
  { host, models, logger }: DownloadOptions,
): Promise<number> {
  const role = await host.reader.roleOf(roomId, personId);
  if (!commandRoles[command.type].includes(role)) {
    throw new AppError({
      code: 'forbidden',
      message: `a ${role} asked for a download`,
      userMessage: 'You are watching this room. Ask for its edit link to download a network.',
    });
  }
  assertDownloadable(models, command.network);
  models.download(command.network).catch((error: unknown) => {
    logger.warn({ err: error, network: command.network }, 'a network could not be downloaded');
  });
  return host.revision(roomId);
}

function assertDownloadable(models: ModelLibrary, network: NetworkId): void {
  const status = models.list().find(({ id }) => id === network);
  if (!status?.downloadable) {
    throw new AppError({
      code: 'invalid',
      message: `${network} is not downloadable`,
      userMessage: `network: ${network} comes with Atelier and needs no download.`,
      field: 'network',
    });
  }
  if (status.state.kind === 'ready') {
    throw new AppError({
      code: 'conflict',
      message: `${network} is here already (${status.state.variant})`,
      userMessage: `${status.name} is on this server already, so nothing was downloaded. It can be used as it is.`,
      field: 'network',
    });
  }
}
