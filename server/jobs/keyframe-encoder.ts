import { encodePng } from '../images/encode';
import type { Iterate } from '../style/stylize';
import type { RunKeyframe } from './run-queue';

/** Deflate's quickest: files are about a quarter larger than usual, and what it takes is taken from the next evaluation. */
const COMPRESSION_LEVEL = 1;

interface Encoding {
  /** Never rejects: nobody may be waiting by then. */
  readonly result: Promise<RunKeyframe | { readonly error: unknown }>;
  isOver: boolean;
}

/**
 * Encodes pictures of moments in the image library's threads, while the next evaluation goes on. One at a time: who brings
 * another one waits for the one before, so that no pictures pile up where they come faster than they are encoded.
 */
export class KeyframeEncoder {
  readonly #send: (keyframe: RunKeyframe) => Promise<void>;
  #encoding: Encoding | undefined;

  /** @param send resolves once the keyframe has left */
  constructor(send: (keyframe: RunKeyframe) => Promise<void>) {
    this.#send = send;
  }

  /**
   * Begins to encode what is shown of an iterate, at the size that it has.
   *
   * @throws AppError where the one before could not be encoded
   */
  async add(iterate: Pick<Iterate, 'iteration' | 'picture'>): Promise<void> {
    await this.settle();
    const { iteration } = iterate;
    // On its way out of float32 by the time that this returns; the iterate is not kept.
    const encoded = encodePng(iterate.picture(), { compressionLevel: COMPRESSION_LEVEL });
    const encoding: Encoding = {
      isOver: false,
      result: encoded.then(
        ({ width, height, bytes: png }) => ({ iteration, width, height, png }),
        (error: unknown) => ({ error }),
      ),
    };
    void encoding.result.then(() => {
      encoding.isOver = true;
    });
    this.#encoding = encoding;
  }

  /** Sends what has been encoded by now; waits for nothing. @throws AppError where it could not be encoded */
  async sendFinished(): Promise<void> {
    if (this.#encoding?.isOver) await this.settle();
  }

  /** Resolves once everything that was added has left. @throws AppError where it could not be encoded */
  async settle(): Promise<void> {
    const encoding = this.#encoding;
    if (encoding === undefined) return;
    const result = await encoding.result;
    this.#encoding = undefined;
    if ('error' in result) throw result.error;
    await this.#send(result);
  }
}
