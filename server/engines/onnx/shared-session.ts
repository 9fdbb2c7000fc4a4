import type * as ort from 'onnxruntime-node';

/** The right to use a session until `release`, which may be called once. */
export interface Lease {
  readonly session: ort.InferenceSession;
  release(): Promise<void>;
}

interface Opened {
  readonly key: string;
  readonly session: ort.InferenceSession;
  users: number;
}

/**
 * Keeps the session that was opened last, for the next who asks for the same graph; one that nobody uses goes before
 * another is opened, so that a network's weights are not in memory twice.
 */
export class SharedSession {
  readonly #open: (graph: Uint8Array) => Promise<ort.InferenceSession>;
  #current: Opened | undefined;

  constructor(open: (graph: Uint8Array) => Promise<ort.InferenceSession>) {
    this.#open = open;
  }

  /** @param graph makes the model, if none is open under `key` */
  async acquire(key: string, graph: () => Uint8Array): Promise<Lease> {
    if (this.#current?.key !== key) {
      await this.dispose();
      this.#current = { key, session: await this.#open(graph()), users: 0 };
    }
    const opened = this.#current;
    opened.users += 1;
    return {
      session: opened.session,
      release: async () => {
        opened.users -= 1;
        if (opened.users === 0 && opened !== this.#current) await opened.session.release();
      },
    };
  }

  /** Lets the kept session go: at once, or when its last user does. */
  async dispose(): Promise<void> {
    const opened = this.#current;
    this.#current = undefined;
    if (opened?.users === 0) await opened.session.release();
  }
}
