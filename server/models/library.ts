import type { Network } from '../style/network';
import type { NetworkId } from './network-entry';

/** A network and what may be said about it to people. */
export interface NetworkStatus {
  readonly id: NetworkId;
  readonly name: string;
  readonly licence: { readonly name: string; readonly url: string };
  readonly source: string;
  /** The size of the weights that are there or, where none are, of those that would be downloaded. */
  readonly bytes: number;
  readonly downloadable: boolean;
  readonly state: NetworkState;
  /** Of the download that goes on; `null` where none does. A network that is ready stays so while one does. */
  readonly progress: { readonly receivedBytes: number; readonly totalBytes: number } | null;
}

export type NetworkState =
  | { readonly kind: 'ready'; readonly variant: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'downloading'; readonly receivedBytes: number; readonly totalBytes: number }
  | { readonly kind: 'failed'; readonly userMessage: string };

/** A network with its weights in memory. */
export interface OpenedNetwork {
  readonly network: Network;
  readonly variant: string;
  /** `<algorithm>:<hex>`, for the record of a run. */
  readonly checksum: string;
}

/** The feature networks of this machine. */
export interface ModelLibrary {
  /** Every known network, the preferred one first. Looks at file sizes only, so it is cheap. */
  list(): NetworkStatus[];

  /** The network to use where none was chosen: the first that is ready. `compact` where none is. */
  defaultNetwork(): NetworkId;

  /**
   * Verifies and reads a network's weights.
   *
   * @param variant which form of the weights; by default the preferred one of those that are there
   * @throws AppError `network-missing` where they are not on this machine, `weights-refused` where they are damaged
   */
  open(id: NetworkId, variant?: string): Promise<OpenedNetwork>;

  /**
   * Downloads a network's weights into the data folder. A call while the same download is under way joins it (and
   * its own `signal` counts for nothing); where the weights are there already, nothing happens.
   *
   * @throws AppError `download-failed`; `invalid` where the network cannot be downloaded
   * @throws the signal's reason where it is aborted
   */
  download(id: NetworkId, signal?: AbortSignal): Promise<void>;

  /**
   * Calls `listener` whenever the state of a network may have changed, at most five times a second for progress.
   * @returns stops it
   */
  onChange(listener: () => void): () => void;
}
