import { describe, expect, it } from 'vitest';
import { toStyleSettings } from '../../../server/jobs/style-settings';
import { imageIdSchema } from '../../../server/protocol/ids';
import { defaultSettings } from '../../../server/protocol/settings';

const a = imageIdSchema.parse('a'.repeat(64));
const b = imageIdSchema.parse('b'.repeat(64));
const settings = defaultSettings('compact');

describe('the settings for the numerics', () => {
  it("puts the blend into the order of the run's style pictures; one that is not named counts 1", () => {
    expect(toStyleSettings({ ...settings, styleBlend: { [b]: 0.25 } }, [a, b]).styleBlend).toEqual([1, 0.25]);
    expect(toStyleSettings({ ...settings, styleBlend: { [b]: 0.25 } }, [b, a]).styleBlend).toEqual([0.25, 1]);
  });

  it('switches the style off where every style picture is off', () => {
    const { styleWeight, styleBlend } = toStyleSettings({ ...settings, styleBlend: { [a]: 0, [b]: 0 } }, [
      a,
      b,
    ]);
    expect(styleWeight).toBe(0);
    expect(styleBlend.some((share) => share > 0)).toBe(true);
  });

  it('passes everything else on as it is', () => {
    const { network: _network, initialImage: _initialImage, ...others } = settings;
    expect(toStyleSettings(settings, [a])).toEqual({ ...others, styleBlend: [1] });
  });
});
