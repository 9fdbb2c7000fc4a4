import type { RunFrame } from '../jobs/run-queue';
import type { Frame } from '../protocol/events';
import type { RunId } from '../protocol/ids';

/** Sends one frame to one client, and calls back once the client has shown it. */
export type SendFrame = (frame: Frame, bytes: Uint8Array, acknowledged: () => void) => void;

interface Offer {
  readonly runId: RunId;
  readonly frame: RunFrame;
}

/**
 * The way of frames to one client: at most one is unacknowledged; of those that come meanwhile only the latest waits, so
 * that a slow client skips frames and never queues them. The final frame of a run is never skipped: a frame of a later
 * run waits behind it.
 */
export class FrameChannel {
  readonly #send: SendFrame;
  #busy = false;
  #waiting: Offer[] = [];

  constructor(send: SendFrame) {
    this.#send = send;
  }

  offer(runId: RunId, frame: RunFrame): void {
    this.#waiting = [
      ...this.#waiting.filter((waiting) => waiting.frame.final && waiting.runId !== runId),
      { runId, frame },
    ];
    this.#next();
  }

  #next(): void {
    if (this.#busy) return;
    const offer = this.#waiting.shift();
    if (!offer) return;
    this.#busy = true;
    const { bytes, ...shown } = offer.frame;
    this.#send({ ...shown, runId: offer.runId }, bytes, () => {
      this.#busy = false;
      this.#next();
    });
  }
}
