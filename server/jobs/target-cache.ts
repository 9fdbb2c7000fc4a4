import { createHash } from 'node:crypto';
import type { Model, TargetTaps, Targets } from '../style/engine';
import type { PlanarImage } from '../style/image';

/** Targets of a few runs: the activations that a 512 px content needs are 8 MB with VGG-19, a style's Grams 3 MB. */
const DEFAULT_BYTES = 96 * 1024 * 1024;

/**
 * Remembers the targets of pictures that were used lately, so that a run with the same pictures, or one that steers back
 * to them, computes none anew. What was not asked for longest goes first.
 */
export class TargetCache {
  readonly #maxBytes: number;
  /** In the order of their last use. */
  readonly #entries = new Map<string, Float32Array>();
  #bytes = 0;

  constructor(maxBytes = DEFAULT_BYTES) {
    this.#maxBytes = maxBytes;
  }

  /**
   * `model`, remembering.
   *
   * @param place says which network, pooling and padding it computes with
   */
  around(model: Model, place: string): Model {
    return {
      targets: (image, taps) => this.#targets(model, place, image, taps),
      objective: (spec, size) => model.objective(spec, size),
      prepare: model.prepare?.bind(model),
      dispose: () => model.dispose(),
    };
  }

  async #targets(model: Model, place: string, image: PlanarImage, taps: TargetTaps): Promise<Targets> {
    const picture = `${place} ${image.width}×${image.height} ${hashOf(image.data)}`;
    const contentKey = (tap: string): string => `${picture} content:${tap}`;
    const styleKey = (tap: string): string => `${picture} style:${tap}`;
    const isKnown = [...taps.content.map(contentKey), ...taps.style.map(styleKey)].every((key) =>
      this.#entries.has(key),
    );
    if (isKnown) {
      return {
        activations: Object.fromEntries(taps.content.map((tap) => [tap, this.#get(contentKey(tap))])),
        grams: Object.fromEntries(taps.style.map((tap) => [tap, this.#get(styleKey(tap))])),
      };
    }
    // All of them, also those that are known: engines keep what they compiled for the same taps.
    const targets = await model.targets(image, taps);
    for (const tap of taps.content) this.#put(contentKey(tap), targets.activations[tap]);
    for (const tap of taps.style) this.#put(styleKey(tap), targets.grams[tap]);
    return targets;
  }

  #get(key: string): Float32Array {
    const entry = this.#entries.get(key)!;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry;
  }

  #put(key: string, entry: Float32Array): void {
    this.#drop(key);
    if (entry.byteLength > this.#maxBytes) return;
    this.#entries.set(key, entry);
    this.#bytes += entry.byteLength;
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= this.#maxBytes) break;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    this.#bytes -= this.#entries.get(key)?.byteLength ?? 0;
    this.#entries.delete(key);
  }
}

function hashOf(data: Float32Array): string {
  return createHash('sha1')
    .update(new Uint8Array(data.buffer, data.byteOffset, data.byteLength))
    .digest('base64');
}
