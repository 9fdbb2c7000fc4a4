import type { LoadOptions, TargetTaps } from './engine';
import type { Size } from './image';
import { tapsInUse } from './objective';
import type { StyleSettings } from './settings';

/*
 * What a change of the settings costs: the network is loaded anew where it is to read pictures in another way, the
 * objective is compiled anew where it is to have taps that are not compiled in, and nothing else takes either.
 */

/** The taps that an objective of these settings has. */
export function tapsOf({ contentLayers, styleLayers }: StyleSettings): TargetTaps {
  return { content: tapsInUse(contentLayers), style: tapsInUse(styleLayers) };
}

/** Whether one loaded network serves both. */
export function isSameReading(a: LoadOptions, b: LoadOptions): boolean {
  return a.pooling === b.pooling && a.padding === b.padding;
}

/** Whether an objective that is compiled with `taps` has all that the settings ask for. */
export function isCompiled(settings: StyleSettings, taps: TargetTaps): boolean {
  const { content, style } = tapsOf(settings);
  return content.every((tap) => taps.content.includes(tap)) && style.every((tap) => taps.style.includes(tap));
}

/** All that compiling depends on, as a key. @param size of the picture, without its margin */
export function compilationKey(settings: StyleSettings, { width, height }: Size): string {
  const { pooling, padding } = settings;
  return JSON.stringify([tapsOf(settings), pooling, padding, width, height]);
}
