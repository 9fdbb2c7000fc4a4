import type { LoadOptions, Model, TargetTaps } from './engine';
import { matchColours, recolour } from './colour';
import type { ColourMap } from './colour';
import type { PlanarImage, Size } from './image';
import type { TapName } from './network';
import { withMargin } from './margin';
import { tapsInUse } from './objective';
import { resize } from './resize';
import { styleSize } from './schedule';
import type { StyleSettings } from './settings';
import { StyleError } from './style-error';

type ByTap = Readonly<Record<TapName, Float32Array>>;

/** What is known of one picture: the key says what it holds for. */
interface Known {
  readonly key: string;
  readonly tensors: ByTap;
}

/** Targets of one scale, as far as they are known: of the content first, then of every style picture. */
export type KnownTargets = readonly (Known | undefined)[];

/** What is needed of one picture. */
interface Wanted extends Known {
  readonly taps: readonly TapName[];
  readonly missing: readonly TapName[];
}

/** All targets of a scale. */
export interface ScaleTargets {
  readonly activations: ByTap;
  /** Per style picture. */
  readonly grams: readonly ByTap[];
}

/** Prepares the pictures that targets are taken of, and knows which targets a change of settings leaves valid. */
export class TargetPictures {
  readonly #content: PlanarImage;
  readonly #styles: readonly PlanarImage[];
  /** The style pictures as the last scale needs them: the coarser ones are made from these. */
  #shrunk: { readonly longSide: number; readonly styles: readonly PlanarImage[] } | undefined;
  #colourMaps: readonly ColourMap[] | undefined;

  /**
   * @param content at the run's final size
   * @param styles one or more, at any size
   */
  constructor(content: PlanarImage, styles: readonly PlanarImage[]) {
    if (styles.length === 0) throw new StyleError('bad-settings', 'there is no style picture');
    this.#content = content;
    this.#styles = styles;
  }

  /** Of the pictures whose targets are not all known, how many. */
  missing(known: KnownTargets, size: Size, settings: StyleSettings): number {
    return this.#wanted(known, size, settings).filter(({ missing }) => missing.length > 0).length;
  }

  /**
   * Computes targets that are not known yet.
   *
   * @param most of so many pictures; what it returns may then lack some
   */
  async complete(
    model: Model,
    known: KnownTargets,
    size: Size,
    settings: StyleSettings,
    most = Infinity,
  ): Promise<KnownTargets> {
    const wanted = this.#wanted(known, size, settings);
    const asked = askedFor(wanted);
    const all: Known[] = [];
    let computed = 0;
    for (const [index, { key, taps, missing, tensors }] of wanted.entries()) {
      let kept = tensors;
      if (missing.length > 0 && computed < most) {
        computed += 1;
        const targets = await model.targets(this.#picture(index, size, settings), asked);
        kept = { ...kept, ...(index === 0 ? targets.activations : targets.grams) };
      }
      all.push({ key, tensors: only(kept, taps) });
    }
    return all;
  }

  #wanted(known: KnownTargets, size: Size, settings: StyleSettings): Wanted[] {
    const { pooling, padding, margin, styleScale, colour } = settings;
    const options: LoadOptions = { pooling, padding };
    const match = colour === 'match';
    return [this.#content, ...this.#styles].map((_, index) => {
      const key = JSON.stringify(index === 0 ? [size, margin, options] : [size, options, styleScale, match]);
      const taps = tapsInUse(index === 0 ? settings.contentLayers : settings.styleLayers);
      const tensors = known[index]?.key === key ? known[index].tensors : {};
      return { key, taps, tensors, missing: taps.filter((tap) => tensors[tap] === undefined) };
    });
  }

  /** The picture of that index at a scale: the content, or a style picture in the colours that are wanted. */
  #picture(index: number, size: Size, { margin, styleScale, colour }: StyleSettings): PlanarImage {
    if (index === 0) return withMargin(resize(this.#content, size), margin);
    const style = this.#shrunkTo(styleScale * longSideOf(this.#content))[index - 1];
    const picture = resize(style, styleSize(style, styleScale * longSideOf(size)));
    if (colour !== 'match') return picture;
    this.#colourMaps ??= this.#styles.map((full) => matchColours(full, this.#content));
    return recolour(picture, this.#colourMaps[index - 1]);
  }

  /** Pictures of many megapixels are gone through once. One that is smaller stays as it is. */
  #shrunkTo(longSide: number): readonly PlanarImage[] {
    if (this.#shrunk?.longSide !== longSide) {
      const styles = this.#styles.map((style) => {
        const needed = styleSize(style, longSide);
        return needed.width < style.width ? resize(style, needed) : style;
      });
      this.#shrunk = { longSide, styles };
    }
    return this.#shrunk.styles;
  }
}

/**
 * The same taps for every picture, so that one session serves them all, and is the same at the next scale; what is not
 * used costs little. Where only some layers are new, only those.
 */
function askedFor(wanted: readonly Wanted[]): TargetTaps {
  const isWhole = wanted.some(({ taps, missing }) => taps.length > 0 && missing.length === taps.length);
  const [content, ...styles] = wanted.map(({ taps, missing }) => (isWhole ? taps : missing));
  return { content, style: [...new Set(styles.flat())] };
}

/** @param known complete */
export function targetsOf(known: KnownTargets): ScaleTargets {
  const [activations, ...grams] = known.map((picture) => picture?.tensors ?? {});
  return { activations, grams };
}

function longSideOf({ width, height }: Size): number {
  return Math.max(width, height);
}

/** The entries of these taps, as far as they are there: those of layers that are off need not be kept. */
function only<T>(all: Readonly<Record<TapName, T>>, taps: readonly TapName[]): Record<TapName, T> {
  return Object.fromEntries(taps.filter((tap) => tap in all).map((tap) => [tap, all[tap]]));
}
