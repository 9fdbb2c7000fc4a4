import { networks } from '../../models/registry';
import { networkTaps, type NetworkId } from '../../protocol/networks';
import type { WarmNetwork } from '../warm-network';
import type { Layer, MachineSample } from './samples';

/** Small enough for half a second with VGG-19 on two processors, large enough for the arithmetic to show. */
const SIDES_PX = [96, 160] as const;

/**
 * Measures what computes: evaluations of a new room's objective at two small sizes.
 *
 * @param idleBytes resident memory of the process before it had a network
 * @throws AppError where the network cannot be used
 */
export async function measureMachine(
  engine: string,
  id: NetworkId,
  network: WarmNetwork,
  idleBytes: number,
): Promise<MachineSample> {
  const evaluations = await network.time(id, SIDES_PX);
  const layers = Object.fromEntries(networks.map((entry) => [entry.id, layersOf(entry.architecture)]));
  return {
    engine,
    network: id,
    layers: layers as MachineSample['layers'],
    deepestTap: networkTaps[id].style.at(-1)!,
    evaluations,
    idleBytes,
  };
}

function layersOf({ operations }: (typeof networks)[number]['architecture']): Layer[] {
  const layers: Layer[] = [];
  let poolings = 0;
  for (const operation of operations) {
    if (operation.kind === 'pooling') poolings += 1;
    else {
      const { name, inChannels, outChannels } = operation;
      layers.push({ name, inChannels, outChannels, poolings });
    }
  }
  return layers;
}
