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
 * another is opened, so that a network's weights are not in memory twice. Only while one that was opened ahead waits to
 * be asked for are they.
 */
export class SharedSession {
  readonly #open: (graph: Uint8Array) => Promise<ort.InferenceSession>;
  #current: Opened | undefined;
  #ahead: Opened | undefined;

  constructor(open: (graph: Uint8Array) => Promise<ort.InferenceSession>) {
    this.#open = open;
  }

  /** @param graph makes the model, if none is open under `key` */
  async acquire(key: string, graph: () => Uint8Array): Promise<Lease> {
    if (this.#current?.key !== key) {
      const ahead = this.#ahead?.key === key ? this.#ahead : undefined;
      if (ahead !== undefined) this.#ahead = undefined;
      await this.dispose();
      this.#current = ahead ?? { key, session: await this.#open(graph()), users: 0 };
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

  /** Opens a session for who will ask for it next, and leaves the present one open. */
  async openAhead(key: string, graph: () => Uint8Array): Promise<void> {
    if (this.#current?.key === key || this.#ahead?.key === key) return;
    await this.#disposeAhead();
    this.#ahead = { key, session: await this.#open(graph()), users: 0 };
  }

  /** Lets what it keeps go: at once, or when its last user does. */
  async dispose(): Promise<void> {
    await this.#disposeAhead();
    const opened = this.#current;
    this.#current = undefined;
    if (opened?.users === 0) await opened.session.release();
  }

  async #disposeAhead(): Promise<void> {
    const ahead = this.#ahead;
    this.#ahead = undefined;
    await ahead?.session.release();
  }
}
