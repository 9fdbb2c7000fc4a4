import type { Command, CommandRequest } from '../../server/protocol/commands';
import type { Problem } from '../../server/protocol/errors';
import type { CommandAck } from '../../server/protocol/events';
import type { CommandId } from '../../server/protocol/ids';
import { MAX_UNANSWERED_COMMANDS } from '../../server/protocol/limits';
import { mergePatches } from './merge-patches';

interface Entry {
  readonly id: CommandId;
  command: Command;
  readonly settle: ((answer: CommandAck) => void)[];
  sent: boolean;
}

/** Sends a request over the connection that there is now, and calls back with its answer, if one comes. */
export type Transmit = (request: CommandRequest, answered: (answer: CommandAck) => void) => void;

/**
 * What this browser asks of the room, until it is answered. A lost connection loses nothing: what has no answer is sent again
 * over the next one, with the same ids and in the same order, and the server does each once.
 */
export class Outbox {
  readonly #transmit: Transmit;
  readonly #newId: () => CommandId;
  #entries: Entry[] = [];
  /** Whether there is a connection over which the room listens. */
  #open = false;
  #refused: Problem | null = null;

  constructor(transmit: Transmit, newId: () => CommandId) {
    this.#transmit = transmit;
    this.#newId = newId;
  }

  /** Asks the room for something, at once or as soon as it can be asked. */
  send(command: Command): Promise<CommandAck> {
    const problem = this.#refused;
    if (problem) return Promise.resolve({ ok: false, problem });
    return new Promise((resolve) => {
      const last = this.#entries.at(-1);
      if (
        last &&
        !last.sent &&
        last.command.type === 'settings:change' &&
        command.type === last.command.type
      ) {
        const patch = mergePatches(last.command.patch, command.patch);
        last.command = { ...command, patch };
        last.settle.push(resolve);
      } else {
        this.#entries.push({ id: this.#newId(), command, settle: [resolve], sent: false });
      }
      this.#sendWaiting();
    });
  }

  /** The room listens, over a connection that has carried nothing yet. */
  open(): void {
    this.#open = true;
    this.#refused = null;
    for (const entry of this.#entries) if (entry.sent) this.#sendOne(entry);
    this.#sendWaiting();
  }

  /** The connection is lost. */
  pause(): void {
    this.#open = false;
  }

  /** The room listens no more: what has no answer, and whatever else is asked until it is opened again, gets this one. */
  refuse(problem: Problem): void {
    this.#open = false;
    this.#refused = problem;
    const entries = this.#entries;
    this.#entries = [];
    for (const { settle } of entries) for (const each of settle) each({ ok: false, problem });
  }

  #sendWaiting(): void {
    if (!this.#open) return;
    for (const entry of this.#entries.slice(0, MAX_UNANSWERED_COMMANDS))
      if (!entry.sent) this.#sendOne(entry);
  }

  #sendOne(entry: Entry): void {
    entry.sent = true;
    const { id, command } = entry;
    this.#transmit({ id, command }, (answer) => {
      // It may have been sent twice, and answered over both connections.
      if (!this.#entries.includes(entry)) return;
      this.#entries = this.#entries.filter((other) => other !== entry);
      for (const each of entry.settle) each(answer);
      this.#sendWaiting();
    });
  }
}
