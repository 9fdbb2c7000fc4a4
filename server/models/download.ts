import { mkdir, open, rename, rm, stat, statfs, type FileHandle } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { AppError } from '../errors';
import { hashFile } from './checksum';
import { downloadFailed, wrongFileFromServer } from './download-errors';
import type { DownloadRequest } from './download-request';

/** How long nothing may arrive before the download counts as cut. */
const STALL_TIMEOUT_MS = 30_000;

/**
 * Downloads one file of known size and checksum. What an earlier attempt left in `<path>.partial` is continued (HTTP
 * Range); a server that does not do that sends all of it again. The file appears under its name only when it is
 * complete and its checksum is right.
 *
 * No validator (ETag, If-Range) is kept with the partial file: the checksum is pinned, so if the file on the server
 * has changed, the result is refused whichever way its bytes were put together.
 *
 * @throws AppError `download-failed` where there is no network, the server does not have the file or sends another
 *   one, the connection is cut or stalls, or the disk is full. What has arrived is kept for the next attempt, unless
 *   it is wrong.
 * @throws the signal's reason, where `signal` is aborted; what has arrived is kept
 */
export async function download(request: DownloadRequest): Promise<void> {
  const partial = `${request.path}.partial`;
  try {
    await mkdir(dirname(request.path), { recursive: true });
    if ((await sizeOf(partial)) > request.bytes) await rm(partial);
    await checkDiskSpace(request, await sizeOf(partial));
    if ((await sizeOf(partial)) < request.bytes) await fetchInto(partial, request);
    const found = await hashFile(partial, request.checksum.algorithm);
    if (found !== request.checksum.hex) {
      await rm(partial);
      throw wrongFileFromServer(request, `its ${request.checksum.algorithm} is ${found}`);
    }
    await rename(partial, request.path);
  } catch (error) {
    request.signal?.throwIfAborted();
    throw error instanceof AppError ? error : downloadFailed(request, error);
  }
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
}

async function checkDiskSpace(request: DownloadRequest, have: number): Promise<void> {
  const { bavail, bsize } = await statfs(dirname(request.path));
  if (bavail * bsize < request.bytes - have) {
    throw Object.assign(new Error(`${bavail * bsize} bytes free in ${dirname(request.path)}`), {
      code: 'ENOSPC',
    });
  }
}

/** Fetches what `partial` lacks. Returns when the file has its full size. */
async function fetchInto(partial: string, request: DownloadRequest): Promise<void> {
  const have = await sizeOf(partial);
  const stall = new StallTimer(request.stallTimeoutMs ?? STALL_TIMEOUT_MS);
  const signal = request.signal ? AbortSignal.any([request.signal, stall.signal]) : stall.signal;
  try {
    const response = await fetch(request.url, {
      signal,
      headers: { 'accept-encoding': 'identity', ...(have > 0 ? { range: `bytes=${have}-` } : {}) },
    });
    const start = await startOf(response, have, partial, request);
    const file = await open(partial, start === 0 ? 'w' : 'r+');
    try {
      await copy(response, file, start, stall, request);
    } finally {
      await file.close();
    }
  } finally {
    stall.stop();
  }
}

/** @returns the position in the file at which the response's body begins */
async function startOf(
  response: Response,
  have: number,
  partial: string,
  request: DownloadRequest,
): Promise<number> {
  const { status, headers } = response;
  const range = headers.get('content-range');
  if (status === 206 && range === `bytes ${have}-${request.bytes - 1}/${request.bytes}`) return have;
  if (status === 206 || status === 416) {
    // The server's file is another one than that which the partial file began with.
    await rm(partial);
    throw wrongFileFromServer(request, `content-range is ${range}`);
  }
  if (status !== 200) throw new Error(`the server answered ${status} ${response.statusText}`.trimEnd());
  // A page that asks to log in to the wireless network, say: the partial file is none the worse for it.
  const length = headers.get('content-length');
  if (length !== null && Number(length) !== request.bytes) {
    throw wrongFileFromServer(request, `it has ${length} bytes in place of ${request.bytes}`);
  }
  return 0;
}

async function copy(
  response: Response,
  file: FileHandle,
  start: number,
  stall: StallTimer,
  request: DownloadRequest,
): Promise<void> {
  const totalBytes = request.bytes;
  let receivedBytes = start;
  request.onProgress?.({ receivedBytes, totalBytes });
  for await (const chunk of response.body ?? []) {
    stall.restart();
    if (receivedBytes + chunk.length > totalBytes) {
      await file.truncate(0);
      throw wrongFileFromServer(request, `it has more than ${totalBytes} bytes`);
    }
    // At its position, not appended: should two processes fetch the same file, both write the same.
    let written = 0;
    while (written < chunk.length) {
      const { bytesWritten } = await file.write(
        chunk,
        written,
        chunk.length - written,
        receivedBytes + written,
      );
      written += bytesWritten;
    }
    receivedBytes += chunk.length;
    request.onProgress?.({ receivedBytes, totalBytes });
  }
  if (receivedBytes < totalBytes) {
    throw new Error(
      `the connection ended after ${receivedBytes} of ${totalBytes} bytes of ${basename(request.path)}`,
    );
  }
}

/** Aborts its signal when `restart` has not been called for a while. */
class StallTimer {
  readonly #controller = new AbortController();
  readonly #timer: NodeJS.Timeout;

  constructor(timeoutMs: number) {
    this.#timer = setTimeout(() => {
      this.#controller.abort(new Error(`nothing arrived for ${timeoutMs / 1000} s`));
    }, timeoutMs);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  restart(): void {
    this.#timer.refresh();
  }

  /** Ends the request, too, should it not have been read to its end. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#controller.abort();
  }
}
