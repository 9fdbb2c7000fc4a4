import { networkIdSchema, type NetworkId } from '../../server/protocol/networks';
import { settingsPatchSchema } from '../../server/protocol/settings';
import { list, number, oneOf, parseFlags } from '../cli/flags';
import { UsageError } from '../cli/run-cli';

export const USAGE = `Measures Atelier on this machine (ONNX Runtime on the processor), and writes the numbers to bench-results/.
  npm run bench
    --networks A,B   (all whose weights are on this machine)
    --sizes A,B      in pixels (256,512)
    --large          also 1024 px with vgg19, mainly for its memory
    --long           also a page that shows half an hour's frames, for its memory (takes as long)
`;

const options = {
  networks: { type: 'string' },
  sizes: { type: 'string', default: '256,512' },
  large: { type: 'boolean', default: false },
  long: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

export interface BenchArguments {
  /** `undefined`: all whose weights are there. */
  readonly networks: readonly NetworkId[] | undefined;
  readonly sizes: readonly number[];
  readonly large: boolean;
  readonly long: boolean;
}

/** Reads the command line. @returns `help` where that was asked for @throws UsageError */
export function parseArguments(argv: readonly string[]): BenchArguments | 'help' {
  const flags = parseFlags(argv, options);
  if (flags.help) return 'help';
  const sizes = list(flags.sizes).map((text) => {
    const parsed = settingsPatchSchema.safeParse({ size: number(text) });
    if (!parsed.success) throw new UsageError(`--sizes: each ${parsed.error.issues[0].message}`);
    return Number(text);
  });
  const networks =
    flags.networks === undefined
      ? undefined
      : list(flags.networks).map((name) => oneOf('networks', name, networkIdSchema.options));
  return { networks, sizes, large: flags.large, long: flags.long };
}
