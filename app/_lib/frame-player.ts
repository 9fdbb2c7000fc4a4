import type { Frame } from '../../server/protocol/events';

/** A decoded frame. */
export interface ShownFrame {
  readonly frame: Frame;
  readonly bitmap: ImageBitmap;
}
type Painter = (shown: ShownFrame) => void;

/** Keeps the newest frame of a room, decoded, and hands it to whoever paints it. */
export class FramePlayer {
  #latest: ShownFrame | null = null;
  #painters = new Set<Painter>();
  #arrivals = 0;
  #painted = 0;
  #disposed = false;

  get latest(): ShownFrame | null {
    return this.#latest;
  }

  /**
   * Decodes and paints a frame, unless a later one was painted meanwhile or the player was disposed of.
   * @returns whether it was painted
   * @throws where the browser cannot decode the bytes
   */
  async show(frame: Frame, bytes: ArrayBuffer): Promise<boolean> {
    const arrival = ++this.#arrivals;
    const bitmap = await createImageBitmap(new Blob([bytes], { type: frame.mime }));
    // The page may have been left, and its canvases with it, while this one was decoded.
    if (this.#disposed || arrival < this.#painted) {
      bitmap.close();
      return false;
    }
    this.#painted = arrival;
    const before = this.#latest;
    this.#latest = { frame, bitmap };
    try {
      // Painted here and not in an animation frame: those do not come in a hidden tab, and the server waits for us.
      for (const paint of this.#painters) paint(this.#latest);
    } finally {
      before?.bitmap.close();
    }
    return true;
  }

  /** Calls `paint` for every frame from now on, and at once with the one there is. Returns how to stop it. */
  subscribe(paint: Painter): () => void {
    this.#painters.add(paint);
    if (this.#latest) paint(this.#latest);
    return () => this.#painters.delete(paint);
  }

  /** Frees what is decoded; a frame that is still being decoded is freed as soon as it is. */
  dispose(): void {
    this.#disposed = true;
    this.#painters.clear();
    this.#latest?.bitmap.close();
    this.#latest = null;
  }
}
