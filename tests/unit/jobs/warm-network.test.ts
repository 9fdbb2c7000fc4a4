import { expect, it } from 'vitest';
import { WarmNetwork } from '../../../server/jobs/warm-network';
import type { ModelLibrary, NetworkState } from '../../../server/models/library';
import type { Engine, Model } from '../../../server/style/engine';
import type { Network } from '../../../server/style/network';
import { randomNetwork } from '../../support/random-network';

const usual = { pooling: 'average', padding: 'zero' } as const;

function open() {
  let variant = 'uint8';
  const loaded: Network[] = [];
  let disposed = 0;
  const library = {
    list: () => [{ id: 'vgg19', state: { kind: 'ready', variant } satisfies NetworkState }],
    open: async () => ({ network: randomNetwork(), variant, checksum: `sha256:${variant}` }),
  } as unknown as ModelLibrary;
  const engine = {
    async load(network: Network) {
      loaded.push(network);
      return { dispose: async () => void (disposed += 1) } as unknown as Model;
    },
  } as unknown as Engine;
  return {
    warm: new WarmNetwork(engine, library),
    loaded,
    disposed: () => disposed,
    download: (better: string) => {
      variant = better;
    },
  };
}

it('keeps a network from run to run', async () => {
  const { warm, loaded, disposed } = open();
  const first = await warm.open('vgg19');
  await (await warm.borrow(usual)).dispose();
  expect(await warm.open('vgg19')).toBe(first);
  await warm.borrow(usual);
  expect(loaded).toEqual([first.network]);
  expect(disposed()).toBe(0);
});

it('takes the better weights of the same network that have been downloaded meanwhile', async () => {
  const { warm, loaded, disposed, download } = open();
  const first = await warm.open('vgg19');
  await warm.borrow(usual);
  download('float32');
  const second = await warm.open('vgg19');
  expect(second.checksum).toBe('sha256:float32');
  expect(disposed()).toBe(1);
  await warm.borrow(usual);
  expect(loaded).toEqual([first.network, second.network]);
});

it('loads a network again for another pooling or padding, and keeps only the latest', async () => {
  const { warm, loaded, disposed } = open();
  await warm.open('vgg19');
  await warm.borrow(usual);
  await warm.borrow({ ...usual, padding: 'replicate' });
  expect([loaded.length, disposed()]).toEqual([2, 1]);
  await warm.borrow({ ...usual, pooling: 'max' });
  expect([loaded.length, disposed()]).toEqual([3, 2]);
});
