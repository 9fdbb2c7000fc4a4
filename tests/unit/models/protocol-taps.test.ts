import { describe, expect, it } from 'vitest';
import { convolutionsOf } from '../../../server/models/architecture';
import { networks } from '../../../server/models/registry';
import { networkIdSchema, networkTaps } from '../../../server/protocol/networks';

/* The page and the rooms know the networks and their layers from the protocol, since they may not import the models. */

describe('the networks of the protocol', () => {
  it('are those of the registry', () => {
    const registered = networks.map(({ id }) => id);
    expect([...registered].sort()).toEqual([...networkIdSchema.options].sort());
  });

  it.each(networks)(
    '$id has the same layers in both, and reads only such as it has',
    ({ id, architecture }) => {
      const { taps, content, style } = networkTaps[id];
      expect(taps).toEqual(convolutionsOf(architecture).map(({ name }) => name));
      expect(taps).toEqual(expect.arrayContaining([content, ...style]));
    },
  );

  it.each(networks)('$id has as many channels in each block as its weights', ({ id, architecture }) => {
    const { channels } = networkTaps[id];
    for (const { name, outChannels } of convolutionsOf(architecture)) {
      const block = Number(/^block(\d)_/.exec(name)![1]);
      expect(channels[block - 1]).toBe(outChannels);
    }
  });
});
