'use client';

import type { Picture } from '../../../server/protocol/images';
import { settingOf } from '../../_lib/room-selectors';
import { useRoom, useStudio } from '../../_lib/studio-context';
import { blendShare } from '../../_lib/undo';

/** Less than anybody can see; what is not really changed is not sent, so that it stays everybody else's to change. */
const UNCHANGED = 1e-4;

export interface Blend {
  /** Of the paintings, in their order. */
  readonly weights: readonly number[];
  /** @param held while a border is being dragged */
  setWeights(weights: readonly number[], held?: boolean): void;
  /** Gives all paintings the same part. */
  level(): void;
}

/** The weights of the paintings as this page shows them, and changing them: all that differ in one change. */
export function useBlend(styles: readonly Picture[]): Blend {
  const { settings } = useStudio();
  const blend = useRoom((state) => settingOf(state, 'styleBlend'));
  const weights = styles.map(({ imageId }) => blendShare(blend, imageId));

  function setWeights(next: readonly number[], held = false): void {
    const changed = styles.flatMap(({ imageId }, index) =>
      Math.abs(next[index]! - weights[index]!) > UNCHANGED ? [[imageId, next[index]!] as const] : [],
    );
    if (changed.length > 0) settings.change({ styleBlend: Object.fromEntries(changed) }, { held });
  }

  return { weights, setWeights, level: () => setWeights(weights.map(() => 1)) };
}
