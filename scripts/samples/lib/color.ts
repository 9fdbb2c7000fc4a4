import { clamp } from './math';
import type { Random } from './random';

/** A colour: red, green, blue as encoded in sRGB, 0 to 1 (values outside are clipped when the picture is saved). */
export type Rgb = readonly [number, number, number];

/** A list of colours that has at least one. */
export type Palette = readonly [Rgb, ...Rgb[]];

function toLinear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function toEncoded(value: number): number {
  return value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
}

/** Oklab (Björn Ottosson, 2020), where equal steps look equal. */
function toLab([red, green, blue]: Rgb): [number, number, number] {
  const r = toLinear(clamp(red));
  const g = toLinear(clamp(green));
  const b = toLinear(clamp(blue));
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function fromLab(lightness: number, a: number, b: number): Rgb {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    toEncoded(clamp(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s)),
    toEncoded(clamp(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s)),
    toEncoded(clamp(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)),
  ];
}

/** A colour from its six hexadecimal digits, '#1d3f8a'. */
export function hex(code: string): Rgb {
  const value = Number.parseInt(code.slice(1), 16);
  return [((value >> 16) & 255) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}

/** A palette from hexadecimal codes. */
export function palette(first: string, ...rest: string[]): Palette {
  return [hex(first), ...rest.map(hex)];
}

/** Light mixed as the eye expects: even steps in Oklab. */
export function mix(from: Rgb, to: Rgb, t: number): Rgb {
  const [l1, a1, b1] = toLab(from);
  const [l2, a2, b2] = toLab(to);
  return fromLab(l1 + (l2 - l1) * t, a1 + (a2 - a1) * t, b1 + (b2 - b1) * t);
}

/** One glaze over another: light passes both, so colours darken where they overlap. */
export function multiply(under: Rgb, over: Rgb, strength: number): Rgb {
  return [
    under[0] * (1 + (over[0] - 1) * strength),
    under[1] * (1 + (over[1] - 1) * strength),
    under[2] * (1 + (over[2] - 1) * strength),
  ];
}

/** The same hue, lighter (amount > 0) or darker (amount < 0); 0.1 is a clearly visible step. */
export function shade(color: Rgb, amount: number): Rgb {
  const [l, a, b] = toLab(color);
  return fromLab(clamp(l + amount), a, b);
}

/** Another hue of the same lightness: turned by an angle in radians, its chroma multiplied. */
export function turn(color: Rgb, angle: number, chroma = 1): Rgb {
  const [l, a, b] = toLab(color);
  const c = Math.cos(angle) * chroma;
  const s = Math.sin(angle) * chroma;
  return fromLab(l, a * c - b * s, a * s + b * c);
}

/** A colour near the given one, as no two touches of a hand are quite the same. */
export function vary(color: Rgb, random: Random, lightness: number, hue: number): Rgb {
  return shade(turn(color, random.normal(hue)), random.normal(lightness));
}

/** The colour at t (0 to 1) on an even ramp through the palette. */
export function ramp(colors: Palette, t: number): Rgb {
  const position = clamp(t) * (colors.length - 1);
  const index = Math.min(Math.floor(position), colors.length - 2);
  const from = colors[index] ?? colors[0];
  return mix(from, colors[index + 1] ?? from, position - index);
}

/** The palette's colour of a number in [0, 1): for `hash` and the like. */
export function choose(colors: Palette, t: number): Rgb {
  return colors[Math.floor(clamp(t, 0, 0.999999) * colors.length)] ?? colors[0];
}
