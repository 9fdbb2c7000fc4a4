import type { Problem } from '../../server/protocol/errors';
import type { CommandAck } from '../../server/protocol/events';
import { SLIDER_INTERVAL_MS } from '../../server/protocol/limits';
import { settingsPatchSchema, settingsSchema, type SettingsPatch } from '../../server/protocol/settings';
import type { Command } from '../../server/protocol/commands';
import { coalesce } from './coalesce';
import { mergePatches } from './merge-patches';
import type { PageProblem } from './page-problem';
import type { Field, Versions } from './room-reducer';
import { settingOf } from './room-selectors';
import type { RoomStore } from './room-store';

interface Change {
  readonly patch: SettingsPatch;
  readonly versions: Versions;
}

export interface SettingsEditor {
  /** Shows the values at once and sends them soon. `held` while a slider is being dragged. */
  change(patch: SettingsPatch, options?: { readonly held?: boolean }): void;
  /** The slider was let go: from now on the server's value counts again. */
  release(field: Field): void;
  /** Sends now what has been changed and waits: the command that comes next is meant with it. */
  flush(): void;
}

/**
 * Turns what people do to the controls into commands.
 * @param onProblem told of refusals that belong to no field
 */
export function createSettingsEditor(
  store: RoomStore,
  send: (command: Command) => Promise<CommandAck>,
  onProblem: (problem: Problem) => void,
): SettingsEditor {
  let version = 0;

  async function sendChange({ patch, versions }: Change): Promise<void> {
    const answer = await send({ type: 'settings:change', patch });
    if (answer.ok) {
      store.dispatch({ type: 'acknowledged', versions, revision: answer.revision });
      return;
    }
    const field = fieldOf(answer.problem);
    store.dispatch({ type: 'refused', versions, field, problem: answer.problem });
    if (!field) onProblem(answer.problem);
  }

  const changes = coalesce<Change>(SLIDER_INTERVAL_MS, mergeChanges, (change) => void sendChange(change));

  return {
    change(patch, { held = false } = {}) {
      const parsed = settingsPatchSchema.safeParse(patch);
      if (!parsed.success) {
        for (const issue of parsed.error.issues) {
          const field = fieldOf({ field: issue.path.join('.') });
          const problem: PageProblem = {
            code: 'invalid',
            message: issue.message,
            field: field ?? undefined,
            about: field ?? undefined,
          };
          if (field) store.dispatch({ type: 'refused', versions: {}, field, problem });
          else onProblem(problem);
        }
        return;
      }
      version += 1;
      const versions: Partial<Record<Field, number>> = {};
      for (const field of Object.keys(patch) as Field[]) {
        versions[field] = version;
        const value =
          field === 'styleBlend' ? { ...settingOf(store.getState(), field), ...patch[field] } : patch[field];
        store.dispatch({ type: 'drafted', field, value, version, held });
      }
      changes.push({ patch, versions });
    },
    release(field) {
      store.dispatch({ type: 'released', field });
    },
    flush: changes.flush,
  };
}

function mergeChanges(waiting: Change, next: Change): Change {
  return {
    patch: mergePatches(waiting.patch, next.patch),
    versions: { ...waiting.versions, ...next.versions },
  };
}

/** The setting that a problem names, also where it names it by its path in the command (`patch.size`). */
export function fieldOf(problem: Pick<Problem, 'field'>): Field | null {
  const part = problem.field?.split('.').find((name) => name in settingsSchema.shape);
  return (part as Field | undefined) ?? null;
}
