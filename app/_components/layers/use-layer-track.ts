'use client';

import { useRef, useState } from 'react';
import { FADER } from '../../_lib/layer-fader';
import { layerFields, withWeight, type LayerKind, type Layers } from '../../_lib/layer-weights';
import { mayChangeSettings, settingOf } from '../../_lib/room-selectors';
import { useRoom, useStudio } from '../../_lib/studio-context';

/** What can be done to the layers at which one kind of picture is read. */
export interface LayerTrack {
  readonly kind: LayerKind;
  readonly layers: Layers;
  readonly editable: boolean;
  /** True after somebody tried to leave no layer at all, until the next change. */
  readonly refused: boolean;
  /** `held` while it is being dragged. */
  set(tap: string, weight: number, held?: boolean): void;
  /** One that is switched on again has the weight that it had. */
  toggle(tap: string): void;
  release(): void;
}

const none: Layers = {};

export function useLayerTrack(kind: LayerKind): LayerTrack {
  const field = layerFields[kind];
  const { settings, store } = useStudio();
  const layers = useRoom((state) => settingOf(state, field)) ?? none;
  const editable = useRoom(mayChangeSettings);
  const remembered = useRef(new Map<string, number>());
  const [refused, setRefused] = useState(false);
  // Between two drawings a drag has come further than what was drawn.
  const current = () => settingOf(store.getState(), field) ?? none;

  function change(tap: string, weight: number, held: boolean): void {
    const next = withWeight(current(), tap, weight);
    setRefused(next === null);
    if (next) settings.change({ [field]: next }, { held });
  }

  return {
    kind,
    layers,
    editable,
    refused,
    set(tap, weight, held = false) {
      const isLast = withWeight(current(), tap, 0) === null;
      change(tap, weight, held);
      // Under a finger that pulls the last layer's bar in, it becomes as short as it can.
      if (isLast && weight === 0 && held) settings.change({ [field]: { [tap]: FADER.min } }, { held });
    },
    toggle(tap) {
      const weight = current()[tap] ?? 0;
      if (weight > 0) remembered.current.set(tap, weight);
      change(tap, weight > 0 ? 0 : (remembered.current.get(tap) ?? 1), false);
    },
    release: () => settings.release(field),
  };
}
