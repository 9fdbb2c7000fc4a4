import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forecast, largestSize } from '../../../../server/jobs/forecast/forecast';
import type { ForecastRequest } from '../../../../server/jobs/run-queue';
import { SIZE_PX } from '../../../../server/protocol/limits';
import { networkIdSchema, type NetworkId } from '../../../../server/protocol/networks';
import { defaultSettings, type Settings } from '../../../../server/protocol/settings';
import { machineSample } from '../../../support/machine-sample';

const sample = machineSample();

function request(network: NetworkId, settings: Partial<Settings> = {}): ForecastRequest {
  return {
    settings: { ...defaultSettings(network), ...settings },
    content: { width: 3000, height: 3000 },
    styles: [{ width: 1500, height: 1500 }],
  };
}

describe('the forecast', () => {
  // Resident memory and seconds of an iteration as the benchmark measured them on the machine of the sample.
  it.each([
    ['compact', 256, 0.3e9, 0.08],
    ['compact', 512, 0.6e9, 0.32],
    ['vgg19', 256, 0.9e9, 0.315],
    ['vgg19', 512, 1.4e9, 1.345],
  ] as const)('is near the benchmark for %s at %i px', (network, size, bytes, seconds) => {
    const { peakBytes, secondsPerIteration } = forecast(request(network, { size }), sample, 8e9);
    expect(Math.abs(peakBytes / bytes - 1)).toBeLessThan(0.25);
    expect(Math.abs(secondsPerIteration / seconds - 1)).toBeLessThan(0.3);
  });

  it.each([
    ['compact', 1.535e9],
    ['vgg19', 2.802e9],
  ] as const)('is near what 1024 px take with %s', (network, bytes) => {
    const { peakBytes } = forecast(request(network, { size: 1024 }), sample, 8e9);
    expect(Math.abs(peakBytes / bytes - 1)).toBeLessThan(0.25);
  });

  it('counts the coarser scales in, each at its own size', () => {
    const one = { iterations: 100, size: 512, scaleFactor: 'off' } as const;
    const flat = forecast(request('compact', one), sample, 8e9);
    const coarse = forecast(request('compact', { ...one, scaleFactor: '2' }), sample, 8e9);
    expect(flat.totalSeconds).toBeGreaterThan(100 * flat.secondsPerIteration);
    expect(flat.totalSeconds).toBeLessThan(110 * flat.secondsPerIteration);
    expect(coarse.secondsPerIteration).toBe(flat.secondsPerIteration);
    expect(coarse.totalSeconds).toBeLessThan(0.75 * flat.totalSeconds);
  });

  it('counts the margin in, which is painted as well', () => {
    const with16 = forecast(request('compact', { size: 256, margin: 16 }), sample, 8e9);
    const larger = forecast(request('compact', { size: 288, margin: 0 }), sample, 8e9);
    expect(with16.secondsPerIteration).toBe(larger.secondsPerIteration);
    expect(with16.peakBytes).toBeCloseTo(larger.peakBytes, -7);
  });

  it('counts only the layers as far as the deepest that is read', () => {
    const shallow = forecast(
      request('vgg19', {
        contentLayers: { block2_conv1: 1 },
        styleLayers: { block1_conv1: 1, block5_conv1: 0 },
      }),
      sample,
      8e9,
    );
    const deep = forecast(request('vgg19'), sample, 8e9);
    expect(shallow.secondsPerIteration).toBeLessThan(0.6 * deep.secondsPerIteration);
    expect(shallow.peakBytes).toBeLessThan(deep.peakBytes);
  });

  it('uses no more pixels than the content has', () => {
    const small = { ...request('compact', { size: 2048 }), content: { width: 400, height: 300 } };
    const exact = { ...small, settings: { ...small.settings, size: 400 } };
    expect(forecast(small, sample, 8e9)).toEqual(forecast(exact, sample, 8e9));
  });

  it('knows what a large style scale takes', () => {
    const large = { ...request('vgg19', { styleScale: 4 }), styles: [{ width: 3000, height: 3000 }] };
    expect(forecast(large, sample, 8e9).peakBytes).toBeGreaterThan(
      1.5 * forecast(request('vgg19'), sample, 8e9).peakBytes,
    );
  });

  it('takes time as proportional to the pixels where the smaller measurement was disturbed', () => {
    const disturbed = machineSample({
      evaluations: [
        { pixels: 9216, seconds: 0.05 },
        { pixels: 25600, seconds: 0.03 },
      ],
    });
    const at = (size: number) =>
      forecast(request('compact', { size, margin: 0 }), disturbed, 8e9).secondsPerIteration;
    expect(at(512) / at(256)).toBeCloseTo(4, 6);
  });

  it('refuses what does not fit, and names the largest size that does', () => {
    const large = request('vgg19', { size: 2048 });
    const refused = forecast(large, sample, 4e9);
    expect(refused.fits).toBe(false);
    const smaller = { ...large, settings: { ...large.settings, size: refused.largestSize } };
    expect(forecast(smaller, sample, 4e9).fits).toBe(true);
  });

  it('finds a largest size that fits while the next does not, and larger ones with more memory', () => {
    const settings = fc.record({
      network: fc.constantFrom(...networkIdSchema.options),
      optimiser: fc.constantFrom('lbfgs' as const, 'adam' as const),
      scaleFactor: fc.constantFrom('off' as const, 'sqrt2' as const, '2' as const),
      styleScale: fc.constantFrom(0.25, 1, 4),
    });
    fc.assert(
      fc.property(settings, fc.integer({ min: 1_000, max: 20_000 }), (changes, megabytes) => {
        const asked = request(changes.network, changes);
        const memory = megabytes * 1e6;
        const size = largestSize(asked, sample, memory);
        const fits = (at: number) =>
          forecast({ ...asked, settings: { ...asked.settings, size: at } }, sample, memory).fits;
        expect(size === SIZE_PX.min || fits(size)).toBe(true);
        expect(size === SIZE_PX.max || !fits(size + 1)).toBe(true);
        expect(largestSize(asked, sample, 1.2 * memory)).toBeGreaterThanOrEqual(size);
      }),
      { numRuns: 60, seed: 1 },
    );
  });
});
