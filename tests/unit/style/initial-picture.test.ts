import { describe, expect, it } from 'vitest';
import { meanColour } from '../../../server/style/colour';
import { covering, initialPicture } from '../../../server/style/initial-picture';
import { resize } from '../../../server/style/resize';
import { flatImage, randomImage } from '../../support/random-network';

const size = { width: 40, height: 30 };
const sources = {
  content: randomImage(80, 60, 1),
  styles: [randomImage(50, 90, 2)],
  initial: randomImage(33, 44, 3),
};

describe('what a run starts from', () => {
  it('is the chosen picture itself with seed 0, at the size of the first scale', () => {
    const from = (initialisation: 'content' | 'style' | 'image') =>
      initialPicture(sources, size, { initialisation, seed: 0 });
    expect(from('content')).toEqual(resize(sources.content, size));
    expect(from('style')).toEqual(covering(sources.styles[0], size));
    expect(from('image')).toEqual(covering(sources.initial, size));
  });

  it('has noise of its own with another seed', () => {
    const plain = initialPicture(sources, size, { initialisation: 'style', seed: 0 });
    const varied = initialPicture(sources, size, { initialisation: 'style', seed: 4 });
    const off = varied.data.map((value, i) => value - plain.data[i]);
    const sd = Math.sqrt(off.reduce((sum, value) => sum + value * value, 0) / off.length);
    expect(sd).toBeGreaterThan(0.09);
    expect(sd).toBeLessThan(0.11);
  });

  it('is noise around the content’s mean colour, the same for the same seed', () => {
    const content = flatImage(80, 60, 0);
    content.data.fill(0.8, 4800, 9600);
    const noise = (seed: number) =>
      initialPicture({ ...sources, content }, size, { initialisation: 'noise', seed });
    const [red, green, blue] = meanColour(noise(0));
    expect(Math.abs(red)).toBeLessThan(0.03);
    expect(Math.abs(green - 0.8)).toBeLessThan(0.03);
    expect(Math.abs(blue)).toBeLessThan(0.03);
    expect(noise(0)).toEqual(noise(0));
    expect(noise(1)).not.toEqual(noise(0));
  });

  it('cannot be a picture that is not there', () => {
    const { content, styles } = sources;
    expect(() => initialPicture({ content, styles }, size, { initialisation: 'image', seed: 0 })).toThrow(
      expect.objectContaining({ code: 'bad-settings' }),
    );
  });
});

describe('covering', () => {
  it('takes the middle, uncropped along the side that is short', () => {
    const image = flatImage(9, 3, 0);
    for (let row = 0; row < 9; row += 1) image.data.set([0, 0, 0, 1, 2, 3, 0, 0, 0], row * 9);
    const { data, ...square } = covering(image, { width: 3, height: 3 });
    expect(square).toEqual({ width: 3, height: 3 });
    expect([...data]).toEqual(Array.from({ length: 27 }, (_, i) => (i % 3) + 1));
  });
});
