import { networkTaps } from '../../../server/protocol/networks';
import type { Settings } from '../../../server/protocol/settings';
import type { RoomRecord } from '../../../server/rooms/record';
import type { Dice } from './dice';

const layers = (dice: Dice) => {
  const { taps } = networkTaps[dice.pick(['compact', 'vgg19'] as const)];
  return Object.fromEntries(
    Array.from({ length: 1 + dice.below(3) }, () => [dice.pick([...taps, 'block9_conv9']), dice.below(3)]),
  );
};

const imageOf = (dice: Dice, room: RoomRecord) =>
  dice.pick([...room.images.map(({ id }) => id), 'f'.repeat(64)]);

/** Values for each setting: most within its bounds, some beyond, some that go with others only. */
const values: Readonly<Record<keyof Settings, (dice: Dice, room: RoomRecord) => unknown>> = {
  form: (dice) => dice.pick(['relative', 'classic']),
  contentWeight: (dice) => dice.pick([0, 0.1, 1, 50, -1]),
  styleWeight: (dice) => dice.pick([0, 1e-5, 1, 50, 1e9]),
  tvWeight: (dice) => dice.pick([0, 1, 3]),
  iterations: (dice) => dice.pick([1, 30, 300, 5000, 5001, 2.5]),
  size: (dice) => dice.pick([64, 512, 2048, 4096]),
  contentLayers: layers,
  styleLayers: layers,
  styleBlend: (dice, room) =>
    Object.fromEntries(Array.from({ length: dice.below(3) }, () => [imageOf(dice, room), dice.below(3)])),
  pooling: (dice) => dice.pick(['average', 'scaled-average', 'max']),
  padding: (dice) => dice.pick(['zero', 'replicate', 'mirror']),
  margin: (dice) => dice.pick([0, 8, 32, 33]),
  styleScale: (dice) => dice.pick([0.25, 1, 4]),
  optimiser: (dice) => dice.pick(['lbfgs', 'adam']),
  learningRate: (dice) => dice.pick([0.001, 0.02, 1]),
  iterateAveraging: (dice) => dice.chance(0.5),
  initialisation: (dice) => dice.pick(['content', 'noise', 'style', 'image']),
  initialImage: (dice, room) => (dice.chance(0.3) ? null : imageOf(dice, room)),
  scaleFactor: (dice) => dice.pick(['off', 'sqrt2', '2']),
  smallestScale: (dice) => dice.pick([64, 128, 1024]),
  colour: (dice) => dice.pick(['original', 'luminance', 'match']),
  tolerance: (dice) => dice.pick([0, 0.002, 0.1]),
  seed: (dice) => dice.below(5),
  network: (dice) => dice.pick(['compact', 'vgg19', 'none']),
};
const fields = Object.keys(values) as (keyof Settings)[];

/** What somebody may send as a change of settings, of any number of fields. */
export function randomPatch(dice: Dice, room: RoomRecord): Record<string, unknown> {
  const chosen = Array.from({ length: dice.chance(0.7) ? 1 : dice.below(4) }, () => dice.pick(fields));
  return Object.fromEntries(chosen.map((field) => [field, values[field](dice, room)]));
}
