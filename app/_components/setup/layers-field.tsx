'use client';

import dynamic from 'next/dynamic';

const LayerPicker = dynamic(() => import('../layers/layer-picker').then((module) => module.LayerPicker), {
  ssr: false,
  // As high as what comes, so that nothing below it jumps.
  loading: () => <div className="h-176" />,
});

/** At which layers of the network a picture is read, and how much each counts: a drawing that few open, so it comes when it is. */
export function LayersField() {
  return <LayerPicker />;
}
