import type { Progress } from '../../../server/protocol/curves';
import type { RunId } from '../../../server/protocol/ids';
import type { Wish } from '../../../server/protocol/runs';
import type { RoomEffect } from '../../../server/rooms/inputs';
import type { RoomRecord } from '../../../server/rooms/record';
import { must } from './invariants';

/** What a run queue knows of a room's run: no more than it was asked. It ends with its process. */
export class QueueModel {
  run: { readonly id: RunId; wish: Wish; progress: Progress } | null = null;

  /** Does what a transition asks. @param room as the transition has left it */
  ask(effect: RoomEffect, room: RoomRecord): void {
    if (effect.type === 'submit-run') {
      must(this.run === null, 'a run is submitted where none is known');
      const run = room.runs.find(({ id }) => id === effect.runId)!;
      this.run = { id: run.id, wish: 'go', progress: run.progress };
    } else if ('runId' in effect) {
      must(this.run?.id === effect.runId, `${effect.type} is about a run that the queue knows`);
      if (effect.type !== 'steer-run') this.#wish(wishes[effect.type]);
    }
  }

  /** A run that is to end does so, whatever is asked of it afterwards. */
  #wish(wish: Wish): void {
    if (this.run && this.run.wish !== 'stop') this.run.wish = wish;
  }
}

const wishes = { 'pause-run': 'pause', 'resume-run': 'go', 'stop-run': 'stop' } as const;
