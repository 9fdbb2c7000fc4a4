'use client';

import { onDemand } from '../ui/on-demand';

const LayerPicker = onDemand(
  () => import('../layers/layer-picker').then((module) => module.LayerPicker),
  // As high as what comes, so that nothing below it jumps.
  () => <div className="h-176" />,
);

/** At which layers of the network a picture is read, and how much each counts: a drawing that few open, so it comes when it is. */
export function LayersField() {
  return <LayerPicker />;
}
