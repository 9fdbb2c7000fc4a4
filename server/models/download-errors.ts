import { basename, dirname } from 'node:path';
import { AppError } from '../errors';
import type { DownloadRequest } from './download-request';

/** What people can do where a download does not work at all. */
function byHand(request: DownloadRequest): string {
  return `download ${request.url} by other means and put it into ${folderOf(request)}`;
}

/** Everybody in a room reads this, so it names no more of the server's disk than whoever runs the server needs. */
function folderOf({ path }: DownloadRequest): string {
  const folder = dirname(path);
  return `${basename(dirname(folder))}/${basename(folder)} in the server's data directory`;
}

const MEANWHILE = 'The network "compact" stays in use.';

/** The error for a download that did not finish; the next attempt continues it. */
export function downloadFailed(request: DownloadRequest, cause: unknown): AppError {
  const code = errnoOf(cause);
  const message = `download of ${request.url} failed: ${describe(cause)}`;
  const megabytes = Math.round(request.bytes / 1e6);
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new AppError({
      code: 'download-failed',
      message,
      userMessage:
        `The disk is full: ${folderOf(request)} has no room for the ${megabytes} MB of this network. ` +
        `${MEANWHILE} Make room, then download again.`,
      cause,
    });
  }
  return new AppError({
    code: 'download-failed',
    message,
    userMessage:
      `The download of this network (${megabytes} MB) did not work: ${describe(cause)}. ${MEANWHILE} Try again ` +
      `(it goes on where it stopped), or ${byHand(request)}.`,
    cause,
  });
}

/** The error for a server that sends something else than the file in the registry. */
export function wrongFileFromServer(request: DownloadRequest, reason: string): AppError {
  return new AppError({
    code: 'download-failed',
    message: `download of ${request.url} is not the expected file: ${reason}`,
    userMessage:
      `What arrived is not the file that was expected (${reason}), so it was thrown away. ${MEANWHILE} If this ` +
      `computer is behind a log-in page or a proxy, log in there and try again, or ${byHand(request)}.`,
  });
}

/** The first errno code in a chain of causes: `fetch` hides it one level down. */
function errnoOf(error: unknown): string | undefined {
  for (let current = error; current instanceof Error; current = current.cause) {
    const { code } = current as NodeJS.ErrnoException;
    if (code !== undefined) return code;
  }
  return undefined;
}

const OFFLINE = 'there seems to be no connection to the internet';
const UNREACHABLE = 'the server cannot be reached';
const CUT = 'the connection was cut';
const READ_ONLY = 'the folder cannot be written to';

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: OFFLINE,
  EAI_AGAIN: OFFLINE,
  ENETUNREACH: OFFLINE,
  EHOSTUNREACH: UNREACHABLE,
  ECONNREFUSED: UNREACHABLE,
  ETIMEDOUT: UNREACHABLE,
  UND_ERR_CONNECT_TIMEOUT: UNREACHABLE,
  ECONNRESET: CUT,
  UND_ERR_SOCKET: CUT,
  EACCES: READ_ONLY,
  EPERM: READ_ONLY,
  EROFS: READ_ONLY,
};

/** Why it failed, in words: `fetch failed` alone helps nobody. */
function describe(error: unknown): string {
  const code = errnoOf(error);
  const reason = code === undefined ? undefined : REASONS[code];
  if (reason !== undefined) return `${reason} (${code})`;
  return error instanceof Error ? innermost(error).message : String(error);
}

function innermost(error: Error): Error {
  return error.cause instanceof Error ? innermost(error.cause) : error;
}
