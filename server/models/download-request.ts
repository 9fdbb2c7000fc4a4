import type { Checksum } from './network-entry';

export interface DownloadProgress {
  readonly receivedBytes: number;
  readonly totalBytes: number;
}

export interface DownloadRequest {
  readonly url: string;
  /** Where the file goes. While it is incomplete it is beside it, as `<path>.partial`. */
  readonly path: string;
  readonly bytes: number;
  readonly checksum: Checksum;
  readonly onProgress?: (progress: DownloadProgress) => void;
  readonly signal?: AbortSignal;
  /** Default 30 s. */
  readonly stallTimeoutMs?: number;
}
