import type { EngineChoice } from '../../server/engines/choice';
import type { NetworkId } from '../../server/protocol/networks';
import { presetIds, type PresetId } from '../../server/protocol/presets';
import { settingsPatchSchema } from '../../server/protocol/settings';
import { list, number, oneOf, parseEngine, parseFlags, parseNetwork } from '../cli/flags';
import { UsageError } from '../cli/run-cli';

export const USAGE = `Paints the sample photographs in several styles and presets, and lays the pictures out on one sheet.
  npm run gallery
    --photographs A,B   ids of samples (all photographs)
    --styles A,B        ids of samples (wheat-sky, woodcut-coast and marbled-paper)
    --presets A,B       ${presetIds.join(', ')} (all that the network can do)
    --size PX           of every picture, whatever the preset says
    --iterations N      likewise
    --network NAME      vgg19 or compact (vgg19 where its weights are on this machine)
    --engine NAME       what computes (ATELIER_ENGINE, else auto)
    --out FOLDER        (gallery-results)
A picture that is there already with the same settings is not painted again. Ctrl+C stops after the picture so far.
`;

const options = {
  photographs: { type: 'string' },
  styles: { type: 'string' },
  presets: { type: 'string' },
  size: { type: 'string' },
  iterations: { type: 'string' },
  network: { type: 'string' },
  engine: { type: 'string' },
  out: { type: 'string', default: 'gallery-results' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const DEFAULT_STYLES = ['wheat-sky', 'woodcut-coast', 'marbled-paper'];

/** What can be asked for by id. */
export interface Choices {
  readonly photographs: readonly string[];
  readonly styles: readonly string[];
}

export interface GalleryArguments extends Choices {
  /** `undefined`: all that the network can do. */
  readonly presets: readonly PresetId[] | undefined;
  /** Of every picture, whatever its preset says. */
  readonly override: { readonly size?: number; readonly iterations?: number };
  readonly network: NetworkId;
  readonly engine: EngineChoice | undefined;
  readonly out: string;
}

/** Reads the command line. @returns `help` where that was asked for @throws UsageError */
export function parseArguments(
  argv: readonly string[],
  choices: Choices,
  defaultNetwork: () => NetworkId,
): GalleryArguments | 'help' {
  const flags = parseFlags(argv, options);
  if (flags.help) return 'help';
  const chosen = <T extends string>(flag: 'photographs' | 'styles' | 'presets', known: readonly T[]) => {
    const text = flags[flag];
    return text === undefined ? undefined : list(text).map((id) => oneOf(flag, id, known));
  };
  return {
    photographs: chosen('photographs', choices.photographs) ?? choices.photographs,
    styles: chosen('styles', choices.styles) ?? DEFAULT_STYLES,
    presets: chosen('presets', presetIds),
    override: {
      ...within('size', number(flags.size)),
      ...within('iterations', number(flags.iterations)),
    },
    network: flags.network === undefined ? defaultNetwork() : parseNetwork(flags.network),
    engine: parseEngine(flags.engine),
    out: flags.out,
  };
}

function within(field: 'size' | 'iterations', value: number | undefined): object {
  if (value === undefined) return {};
  const parsed = settingsPatchSchema.safeParse({ [field]: value });
  if (!parsed.success) throw new UsageError(`--${field}: ${parsed.error.issues[0].message}`);
  return parsed.data;
}
