import { describe, expect, it } from 'vitest';
import { FileModelLibrary } from '../../../server/models/file-library';
import { networkIdSchema, networkTaps } from '../../../server/protocol/networks';

/* The page and the rooms know the networks' layers from the protocol, since they may not import the models. */

const library = new FileModelLibrary({
  packageDir: import.meta.dirname,
  modelsDirs: [import.meta.dirname],
});

describe('the networks of the protocol', () => {
  it('are those of the registry', () => {
    const registered = library.list().map(({ id }) => id);
    expect([...registered].sort()).toEqual([...networkIdSchema.options].sort());
  });

  it.each(library.list())('$id has the same layers and defaults in both', ({ id, taps, defaultTaps }) => {
    expect(networkTaps[id].taps).toEqual(taps);
    expect([networkTaps[id].content]).toEqual(defaultTaps.content);
    expect(networkTaps[id].style).toEqual(defaultTaps.style);
  });
});
