import { describe, expect, it } from 'vitest';
import { i18n } from '../../../app/_lib/i18n';
import { paintingLines, paintingSentence } from '../../../app/_lib/painting-words';
import { defaultSettings } from '../../../server/protocol/settings';
import { paintingSchema, type Painting } from '../../../server/protocol/share';

const { t } = i18n;

function painting(part: Partial<Painting['settings']> = {}, styles = 1): Painting {
  const { styleBlend: _b, initialImage: _i, ...settings } = defaultSettings('vgg19');
  return {
    settings: { ...settings, ...part },
    picture: { width: 512, height: 341 },
    styles,
    iteration: 180,
  };
}

describe('how a published picture was painted', () => {
  it('is a sentence of how many paintings, which network and how many iterations', () => {
    expect(paintingSentence(painting(), t)).toBe('One painting, VGG-19, 180 iterations.');
    expect(paintingSentence(painting({ network: 'compact' }, 3), t)).toBe(
      '3 paintings, the compact network, 180 iterations.',
    );
  });

  it('is its weights, and whatever was not as in every new room, in the words of the settings', () => {
    const balance = { name: 'Balance', value: 'content 0.1, style 1, smoothness 1' };
    expect(paintingLines(painting(), t)).toEqual([balance]);
    expect(paintingLines(painting({ optimiser: 'adam', colour: 'luminance', seed: 7 }), t)).toEqual([
      balance,
      { name: 'optimiser', value: 'Adam' },
      { name: 'colour', value: 'Photograph' },
      { name: 'seed', value: '7' },
    ]);
  });

  it('has no room for what would name a picture', () => {
    const named = { ...painting().settings, initialImage: 'a'.repeat(64), styleBlend: {} };
    expect(paintingSchema.safeParse({ ...painting(), settings: named }).success).toBe(false);
    expect(paintingSchema.safeParse(painting()).success).toBe(true);
  });
});
