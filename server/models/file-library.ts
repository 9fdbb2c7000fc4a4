import { statSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../errors';
import { ChecksumVerifier, variantChecksum } from './checksum';
import { download } from './download';
import type { DownloadProgress } from './download-request';
import type { ModelLibrary, NetworkState, NetworkStatus, OpenedNetwork } from './library';
import { openVariant } from './open-variant';
import type { NetworkEntry, NetworkId, NetworkVariant, WeightsFile } from './network-entry';
import { withRemedy } from './refused';
import { networks } from './registry';

const PROGRESS_INTERVAL_MS = 200;

export interface FileModelLibraryOptions {
  /** The installation's root: `models/compact/` is in it. */
  readonly packageDir: string;
  /**
   * Folders with a `<network>/` folder each, searched in this order. Downloads go into the last; nothing is written
   * to the others.
   */
  readonly modelsDirs: readonly string[];
  /** A mirror: replaces scheme and host of the files' URLs. */
  readonly downloadBaseUrl?: string | undefined;
  /** By default those of the registry. */
  readonly networks?: readonly NetworkEntry[] | undefined;
}

interface Found {
  readonly variant: NetworkVariant;
  readonly dir: string;
}

/** The networks whose weights lie in folders of this machine. */
export class FileModelLibrary implements ModelLibrary {
  readonly #options: FileModelLibraryOptions;
  readonly #networks: readonly NetworkEntry[];
  readonly #verifier = new ChecksumVerifier();
  readonly #listeners = new Set<() => void>();
  readonly #downloads = new Map<NetworkId, Promise<void>>();
  readonly #progress = new Map<NetworkId, DownloadProgress>();
  /** Why the last download of a network failed, until the next one. */
  readonly #failures = new Map<NetworkId, string>();

  constructor(options: FileModelLibraryOptions) {
    this.#options = options;
    this.#networks = options.networks ?? networks;
  }

  list(): NetworkStatus[] {
    return this.#networks.map((entry) => {
      const found = this.#find(entry);
      return {
        id: entry.id,
        name: entry.name,
        licence: entry.licence,
        source: entry.source,
        bytes: bytesOf(found?.variant ?? downloadableVariant(entry) ?? entry.variants[0]),
        downloadable: downloadableVariant(entry) !== undefined,
        state: this.#state(entry.id, found),
        progress: this.#progress.get(entry.id) ?? null,
      };
    });
  }

  defaultNetwork(): NetworkId {
    return this.#networks.find((entry) => this.#find(entry) !== undefined)?.id ?? 'compact';
  }

  async open(id: NetworkId, variant?: string): Promise<OpenedNetwork> {
    const entry = this.#entry(id);
    const found = this.#find(entry, variant);
    if (found === undefined) throw this.#missing(entry, variant);
    try {
      for (const file of found.variant.files) await this.#verifier.verify(join(found.dir, file.name), file);
      const network = await openVariant(entry, found.variant, join(found.dir, found.variant.files[0].name));
      return { network, variant: found.variant.id, checksum: variantChecksum(found.variant) };
    } catch (error) {
      throw withRemedy(error, { id, downloadable: downloadableVariant(entry) !== undefined });
    }
  }

  async download(id: NetworkId, signal?: AbortSignal): Promise<void> {
    const running = this.#downloads.get(id);
    if (running !== undefined) return running;
    const entry = this.#entry(id);
    const variant = downloadableVariant(entry);
    if (variant === undefined) {
      throw new AppError({
        code: 'invalid',
        message: `network ${id} has no download`,
        userMessage: `${entry.name} is part of Atelier and is not downloaded. If its file is damaged, install Atelier again.`,
        field: 'network',
      });
    }
    const done = this.#run(entry, variant, signal).finally(() => {
      this.#downloads.delete(id);
      this.#progress.delete(id);
      this.#changed();
    });
    this.#downloads.set(id, done);
    return done;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  async #run(entry: NetworkEntry, variant: NetworkVariant, signal: AbortSignal | undefined): Promise<void> {
    const report = this.#progressReporter(entry.id, bytesOf(variant));
    this.#failures.delete(entry.id);
    report(0);
    try {
      let before = 0;
      for (const file of variant.files) {
        if (!(await this.#isPresent(entry, variant, file))) {
          await download({
            url: this.#url(file),
            path: join(this.#downloadDir, entry.id, file.name),
            bytes: file.bytes,
            checksum: file.checksum,
            signal,
            onProgress: ({ receivedBytes }) => report(before + receivedBytes),
          });
        }
        before += file.bytes;
      }
    } catch (error) {
      if (error instanceof AppError) this.#failures.set(entry.id, error.userMessage);
      throw error;
    }
  }

  #progressReporter(id: NetworkId, totalBytes: number): (receivedBytes: number) => void {
    let notified = -Infinity;
    return (receivedBytes) => {
      this.#progress.set(id, { receivedBytes, totalBytes });
      const now = performance.now();
      if (now - notified < PROGRESS_INTERVAL_MS) return;
      notified = now;
      this.#changed();
    };
  }

  /** Whether a file is there and, unlike `list()`, also whether it is whole. */
  async #isPresent(entry: NetworkEntry, variant: NetworkVariant, file: WeightsFile): Promise<boolean> {
    for (const dir of this.#dirs(entry, variant)) {
      const path = join(dir, file.name);
      if (sizeOf(path) !== file.bytes) continue;
      try {
        await this.#verifier.verify(path, file);
        return true;
      } catch (error) {
        // A damaged file is downloaded anew: that is how it is repaired.
        if (!(error instanceof AppError)) throw error;
      }
    }
    return false;
  }

  get #downloadDir(): string {
    const { modelsDirs } = this.#options;
    return modelsDirs[modelsDirs.length - 1];
  }

  #url(file: WeightsFile): string {
    const { downloadBaseUrl } = this.#options;
    if (file.url === undefined) throw new Error(`${file.name} has no URL`);
    return downloadBaseUrl === undefined
      ? file.url
      : downloadBaseUrl.replace(/\/+$/, '') + new URL(file.url).pathname;
  }

  #state(id: NetworkId, found: Found | undefined): NetworkState {
    // First: a network that can be used stays so while a better form of its weights, or the same anew, arrives.
    if (found !== undefined) return { kind: 'ready', variant: found.variant.id };
    const progress = this.#progress.get(id);
    if (progress !== undefined) return { kind: 'downloading', ...progress };
    const userMessage = this.#failures.get(id);
    return userMessage === undefined ? { kind: 'missing' } : { kind: 'failed', userMessage };
  }

  /** The preferred variant of those whose files are all there, with the right size. */
  #find(entry: NetworkEntry, variantId?: string): Found | undefined {
    for (const variant of entry.variants) {
      if (variantId !== undefined && variant.id !== variantId) continue;
      for (const dir of this.#dirs(entry, variant)) {
        if (variant.files.every((file) => sizeOf(join(dir, file.name)) === file.bytes))
          return { variant, dir };
      }
    }
    return undefined;
  }

  #dirs(entry: NetworkEntry, variant: NetworkVariant): string[] {
    const { packageDir, modelsDirs } = this.#options;
    const parents = variant.location === 'package' ? [join(packageDir, 'models')] : modelsDirs;
    return parents.map((dir) => join(dir, entry.id));
  }

  #entry(id: NetworkId): NetworkEntry {
    const entry = this.#networks.find((candidate) => candidate.id === id);
    if (entry !== undefined) return entry;
    throw new AppError({
      code: 'invalid',
      message: `unknown network ${id}`,
      userMessage: `There is no network "${id}". There are: ${this.#networks.map((known) => known.id).join(', ')}.`,
      field: 'network',
    });
  }

  #missing(entry: NetworkEntry, variant: string | undefined): AppError {
    const places = [...new Set(entry.variants.flatMap((known) => this.#dirs(entry, known)))];
    const getIt =
      downloadableVariant(entry) === undefined
        ? 'Install Atelier again'
        : `Download it (in the page, or with "npm run models -- fetch ${entry.id}"), or choose another network`;
    return new AppError({
      code: 'network-missing',
      message: `no complete weights of ${entry.id}${variant ? `/${variant}` : ''} in ${places.join(', ')}`,
      userMessage: `The weights of ${entry.name} are not on this machine, so it cannot be used. ${getIt}.`,
      field: 'network',
    });
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}

function downloadableVariant(entry: NetworkEntry): NetworkVariant | undefined {
  return entry.variants.find((variant) => variant.files.every((file) => file.url !== undefined));
}

function bytesOf(variant: NetworkVariant): number {
  return variant.files.reduce((sum, file) => sum + file.bytes, 0);
}

/** @returns the file's size in bytes, or `undefined` where there is none */
function sizeOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.size;
}
