import type { Settings } from '../protocol/settings';
import type { StyleSettings } from '../style/settings';
import { toStyleSettings } from './style-settings';

/** What a run is computed with: changes as it is steered. */
export class Course {
  readonly #styleIds: readonly string[];
  #settings: Settings;
  #steered: boolean;
  #changed = false;

  /** @param steered whether the run was steered before */
  constructor(settings: Settings, styleIds: readonly string[], steered: boolean) {
    this.#settings = settings;
    this.#steered = steered;
    this.#styleIds = styleIds;
  }

  get settings(): Settings {
    return this.#settings;
  }

  /** As the numerics take them. */
  get styleSettings(): StyleSettings {
    return toStyleSettings(this.#settings, this.#styleIds);
  }

  /** Whether it was ever steered. */
  get steered(): boolean {
    return this.#steered;
  }

  steer(settings: Settings): StyleSettings {
    this.#settings = settings;
    this.#steered = true;
    this.#changed = true;
    return this.styleSettings;
  }

  /** Whether it has been steered since this was last asked. */
  takeChange(): boolean {
    const changed = this.#changed;
    this.#changed = false;
    return changed;
  }
}
