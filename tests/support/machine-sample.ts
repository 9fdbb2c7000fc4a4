import type { Layer, MachineSample } from '../../server/jobs/forecast/samples';

const vgg = (blocks: readonly (readonly number[])[]): Layer[] => {
  let inChannels = 3;
  return blocks.flatMap((widths, poolings) =>
    widths.map((outChannels, index) => {
      const layer = { name: `block${poolings + 1}_conv${index + 1}`, inChannels, outChannels, poolings };
      inChannels = outChannels;
      return layer;
    }),
  );
};
const four = (channels: number): number[] => [channels, channels, channels, channels];

/** What a machine of two virtual processors measures of itself with the network that ships with Atelier. */
export function machineSample(changes: Partial<MachineSample> = {}): MachineSample {
  return {
    engine: 'onnx (cpu)',
    network: 'compact',
    layers: {
      vgg19: vgg([[64, 64], [128, 128], four(256), four(512), four(512)]),
      compact: vgg([[32, 32], [64, 64], [128, 128], [256, 256], [256]]),
    },
    deepestTap: 'block5_conv1',
    evaluations: [
      { pixels: 96 * 96, seconds: 0.0115 },
      { pixels: 160 * 160, seconds: 0.029 },
    ],
    idleBytes: 110e6,
    ...changes,
  };
}
