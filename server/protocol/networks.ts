import * as z from 'zod/mini';

export const networkIdSchema = z.enum(['vgg19', 'compact']);
export type NetworkId = z.infer<typeof networkIdSchema>;

const blocks = (convolutions: readonly number[]): string[] =>
  convolutions.flatMap((count, block) =>
    Array.from({ length: count }, (_, index) => `block${block + 1}_conv${index + 1}`),
  );

/** The taps that each network offers, first to last, and those that a new room reads. */
export const networkTaps: Readonly<
  Record<
    NetworkId,
    {
      readonly taps: readonly string[];
      /** Of every convolution of a block, first block to last. */
      readonly channels: readonly number[];
      readonly content: string;
      readonly style: readonly string[];
    }
  >
> = {
  vgg19: {
    taps: blocks([2, 2, 4, 4, 4]),
    channels: [64, 128, 256, 512, 512],
    content: 'block4_conv2',
    style: ['block1_conv1', 'block2_conv1', 'block3_conv1', 'block4_conv1', 'block5_conv1'],
  },
  compact: {
    taps: blocks([2, 2, 2, 2, 1]),
    channels: [32, 64, 128, 256, 256],
    content: 'block4_conv2',
    style: ['block1_conv1', 'block2_conv1', 'block3_conv1', 'block4_conv1', 'block5_conv1'],
  },
};

/** Whether a network's weights are on this machine, and what is being done about it. */
export const networkStateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready'), variant: z.string() }),
  z.object({ kind: z.literal('missing') }),
  z.object({ kind: z.literal('downloading'), receivedBytes: z.number(), totalBytes: z.number() }),
  z.object({ kind: z.literal('failed'), message: z.string() }),
]);
export type NetworkState = z.infer<typeof networkStateSchema>;

export const networkStatusSchema = z.object({
  id: networkIdSchema,
  name: z.string(),
  licence: z.string(),
  source: z.string(),
  /** Size of the download, or of the file that ships with the project. */
  bytes: z.number(),
  /** True where `network:download` can fetch it. */
  downloadable: z.boolean(),
  state: networkStateSchema,
});
export type NetworkStatus = z.infer<typeof networkStatusSchema>;
