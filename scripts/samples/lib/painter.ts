import type { Canvas } from './canvas';

/** A style picture of the project: how it is called and how it is painted. */
export interface Painter {
  /** Id and file name of the picture. */
  readonly id: string;
  /** English title. */
  readonly title: string;
  /** The picture is painted this many times larger than it is kept, then reduced, which gives clean edges. */
  readonly oversample: number;
  /**
   * Paints the picture. Equal arguments give equal pictures.
   * @param size edge in pixels; proportions do not depend on it
   * @param seed any whole number
   */
  paint(size: number, seed: number): Canvas;
}
