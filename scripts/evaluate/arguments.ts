import { networkTaps, type NetworkId } from '../../server/protocol/networks';
import { objectiveFormSchema } from '../../server/protocol/settings';
import type { EngineChoice } from '../../server/engines/choice';
import type { TermName } from '../../server/style/engine';
import { list, oneOf, parseBlend, parseEngine, parseFlags, parseLayers, parseNetwork } from '../cli/flags';
import { UsageError } from '../cli/run-cli';
import type { Question } from './evaluate-once';

export const USAGE = `Evaluates the objective once, so that it can be held against another framework's.
  npm run evaluate -- --content FILE --style FILE [--style FILE …] --image FILE
    --image FILE           the picture at which it is evaluated; all pictures have its size
    --style-weights A,B    how much each style picture counts (1 each)
    --content-layers A,B   (block4_conv2)
    --style-layers A,B     (block1_conv1 to block5_conv1)
    --pooling KIND         average or max (average)
    --form FORM            relative or classic (relative)
    --network NAME         vgg19 or compact (vgg19 where its weights are on this machine)
    --engine NAME          what computes (ATELIER_ENGINE, else auto)
    --only TERM            total and gradient are those of this one raw term, like style:block1_conv1
    --gradient FILE        writes the total's gradient: little-endian float32, [3][height][width]
    --json                 prints one JSON object instead of a table
The total is the mean over the content layers, plus the mean over the style layers, plus tv, of the raw terms.
With --only, the total is that one raw term, and all raw terms are still listed.
Convolutions pad with zeros; average pooling is not rescaled.
`;

const options = {
  content: { type: 'string' },
  style: { type: 'string', multiple: true },
  image: { type: 'string' },
  'style-weights': { type: 'string' },
  'content-layers': { type: 'string' },
  'style-layers': { type: 'string' },
  pooling: { type: 'string', default: 'average' },
  form: { type: 'string', default: 'relative' },
  network: { type: 'string' },
  engine: { type: 'string' },
  only: { type: 'string' },
  gradient: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

export interface EvaluateArguments {
  readonly content: string;
  readonly styles: readonly string[];
  readonly image: string;
  readonly network: NetworkId;
  readonly engine: EngineChoice | undefined;
  readonly question: Question;
  /** The file that the gradient is written to. */
  readonly gradient: string | undefined;
  readonly json: boolean;
}

/**
 * Reads the command line.
 *
 * @param defaultNetwork the network where none is named
 * @returns `help` where that was asked for
 * @throws UsageError
 */
export function parseArguments(
  argv: readonly string[],
  defaultNetwork: () => NetworkId,
): EvaluateArguments | 'help' {
  const flags = parseFlags(argv, options);
  if (flags.help) return 'help';
  const { content, image, style: styles = [] } = flags;
  if (content === undefined) throw new UsageError('--content: name the photograph. Try --help');
  if (styles.length === 0) throw new UsageError('--style: name at least one style picture. Try --help');
  if (image === undefined) {
    throw new UsageError('--image: name the picture at which the objective is evaluated. Try --help');
  }
  const network = flags.network === undefined ? defaultNetwork() : parseNetwork(flags.network);
  const contentLayers = layers('content-layers', flags['content-layers'], network) ?? [
    networkTaps[network].content,
  ];
  const styleLayers = layers('style-layers', flags['style-layers'], network) ?? networkTaps[network].style;
  return {
    content,
    styles,
    image,
    network,
    engine: parseEngine(flags.engine),
    question: {
      contentLayers,
      styleLayers,
      styleBlend: parseBlend(flags['style-weights'], styles.length),
      pooling: oneOf('pooling', flags.pooling, ['average', 'max']),
      form: oneOf('form', flags.form, objectiveFormSchema.options),
      only: flags.only === undefined ? undefined : termOf(flags.only, contentLayers, styleLayers),
    },
    gradient: flags.gradient,
    json: flags.json,
  };
}

function layers(flag: string, text: string | undefined, network: NetworkId): string[] | undefined {
  const known = parseLayers(flag, text, network);
  if (text === undefined || known === undefined) return undefined;
  // What is asked for is the mean over the layers.
  if (text.includes('='))
    throw new UsageError(`--${flag}: layers have no weights here, but all count the same`);
  if (Object.keys(known).length < list(text).length) throw new UsageError(`--${flag}: names a layer twice`);
  return Object.keys(known);
}

function termOf(name: string, content: readonly string[], style: readonly string[]): TermName {
  const terms: TermName[] = [
    ...style.map((layer): TermName => `style:${layer}`),
    ...content.map((layer): TermName => `content:${layer}`),
    'tv',
  ];
  return oneOf('only', name, terms);
}
