import type { Settings } from '../../protocol/settings';
import { matchColours, recolour } from '../../style/colour';
import type { PlanarImage, Size } from '../../style/image';
import { resize } from '../../style/resize';
import { fitWithin, styleSize } from '../../style/schedule';
import type { Observation } from './observation';
import { gradientEnergy, roughness } from './picture-statistics';

type Roughness = Pick<Observation['roughness'], 'content' | 'styles'>;

/** What a picture is painted after, as the objective sees it: measured once for each way in which it sees it. */
export class ModelPictures {
  readonly #content: PlanarImage;
  readonly #styles: readonly PlanarImage[];
  #roughness: (Roughness & { readonly key: string }) | undefined;
  #lost: { readonly longSide: number; readonly shares: readonly number[] } | undefined;

  /** @param styles with more detail than the run's size shows */
  constructor(content: PlanarImage, styles: readonly PlanarImage[]) {
    this.#content = content;
    this.#styles = styles;
  }

  /**
   * Of the content, and of those style pictures that count, as they are at a scale: in the size and the colours that
   * their targets are taken of.
   *
   * @param size of the picture that is painted, at this scale
   * @param blend how much each style picture counts
   */
  roughness(
    { width, height }: Size,
    { styleScale, colour }: Pick<Settings, 'styleScale' | 'colour'>,
    blend: readonly number[],
  ): Roughness {
    const match = colour === 'match';
    const key = JSON.stringify([width, height, styleScale, match]);
    if (this.#roughness?.key !== key) {
      const longSide = styleScale * Math.max(width, height);
      this.#roughness = {
        key,
        content: roughness(resize(this.#content, { width, height })),
        styles: this.#styles.map((style) => {
          const picture = resize(style, styleSize(style, longSide));
          return roughness(match ? recolour(picture, matchColours(style, this.#content)) : picture);
        }),
      };
    }
    const { content, styles } = this.#roughness;
    return { content, styles: styles.filter((_, index) => blend[index] > 0) };
  }

  /**
   * The share of detail that goes when the styles are shrunk to the run's size, averaged as they are blended.
   *
   * @param size that the result will have
   */
  strokesLost(
    { width, height }: Size,
    { styleScale }: Pick<Settings, 'styleScale'>,
    blend: readonly number[],
  ): number {
    const longSide = Math.round(styleScale * Math.max(width, height));
    if (this.#lost?.longSide !== longSide) {
      const shares = this.#styles.map((style) => {
        const energy = gradientEnergy(style);
        if (energy === 0) return 0;
        return Math.max(0, 1 - gradientEnergy(resize(style, fitWithin(style, longSide))) / energy);
      });
      this.#lost = { longSide, shares };
    }
    const { shares } = this.#lost;
    const sum = blend.reduce((total, share) => total + share, 0);
    if (sum === 0) return 0;
    return shares.reduce((total, share, index) => total + (share * blend[index]) / sum, 0);
  }
}
