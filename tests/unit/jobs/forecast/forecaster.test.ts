import { expect, it, vi } from 'vitest';
import { Forecaster } from '../../../../server/jobs/forecast/forecaster';
import { usableMemory } from '../../../../server/jobs/forecast/machine-memory';
import type { RunSample } from '../../../../server/jobs/forecast/samples';
import type { ForecastRequest } from '../../../../server/jobs/run-queue';
import type { NetworkId } from '../../../../server/protocol/networks';
import { defaultSettings } from '../../../../server/protocol/settings';
import { machineSample } from '../../../support/machine-sample';

const request = (network: NetworkId): ForecastRequest => ({
  settings: defaultSettings(network),
  content: { width: 1000, height: 800 },
  styles: [{ width: 900, height: 900 }],
});

const run = (changes: Partial<RunSample> = {}): RunSample => ({
  engine: 'onnx (cpu)',
  ...request('compact'),
  styles: [{ width: 900, height: 900 }],
  secondsPerIteration: null,
  peakBytes: null,
  ...changes,
});

function calibrated(): Forecaster {
  const forecaster = new Forecaster(8e9);
  forecaster.calibrate(machineSample());
  return forecaster;
}

it('knows nothing before the machine was measured', () => {
  expect(new Forecaster(8e9).forecast(request('compact'))).toBeNull();
});

it('comes closer to the truth with every run', () => {
  const forecaster = calibrated();
  const first = forecaster.forecast(request('compact'))!;
  const truth = { secondsPerIteration: 2 * first.secondsPerIteration, peakBytes: 1.5 * first.peakBytes };
  const errors = [
    first,
    ...[1, 2, 3, 4, 5, 6, 7].map(() => {
      forecaster.learn(run(truth));
      return forecaster.forecast(request('compact'))!;
    }),
  ];
  const timeErrors = errors.map((known) => truth.secondsPerIteration - known.secondsPerIteration);
  const memoryErrors = errors.map((known) => truth.peakBytes - known.peakBytes);
  for (const [index, error] of timeErrors.entries()) {
    if (index > 0) expect(error).toBeLessThan(timeErrors[index - 1]!);
    if (index > 0) expect(memoryErrors[index]).toBeLessThan(memoryErrors[index - 1]!);
  }
  expect(errors.at(-1)!.secondsPerIteration / truth.secondsPerIteration).toBeGreaterThan(0.95);
  expect(errors.at(-1)!.peakBytes / truth.peakBytes).toBeGreaterThan(0.95);
});

it('learns for the network of the run alone, and nothing of what the run could not tell', () => {
  const forecaster = calibrated();
  const [compact, vgg19] = [forecaster.forecast(request('compact'))!, forecaster.forecast(request('vgg19'))!];
  forecaster.learn(run({ secondsPerIteration: 3 * compact.secondsPerIteration }));
  expect(forecaster.forecast(request('vgg19'))).toEqual(vgg19);
  const after = forecaster.forecast(request('compact'))!;
  expect(after.secondsPerIteration).toBeGreaterThan(compact.secondsPerIteration);
  expect(after.peakBytes).toBe(compact.peakBytes);
});

it('is not led astray by one run that was disturbed', () => {
  const forecaster = calibrated();
  const before = forecaster.forecast(request('compact'))!.secondsPerIteration;
  forecaster.learn(run({ secondsPerIteration: 1000 * before }));
  expect(forecaster.forecast(request('compact'))!.secondsPerIteration).toBeLessThan(3 * before);
});

it('learns nothing from another engine, and forgets what it learnt when the engine changes', () => {
  const forecaster = calibrated();
  const before = forecaster.forecast(request('compact'))!;
  const slow = { secondsPerIteration: 3 * before.secondsPerIteration };
  forecaster.learn(run({ engine: 'tfjs (wasm)', ...slow }));
  expect(forecaster.forecast(request('compact'))).toEqual(before);
  forecaster.learn(run(slow));
  forecaster.calibrate(machineSample({ engine: 'tfjs (wasm)' }));
  expect(forecaster.forecast(request('compact'))).toEqual(before);
});

it('keeps what it learnt when the computing process is started again', () => {
  const forecaster = calibrated();
  const before = forecaster.forecast(request('compact'))!;
  forecaster.learn(run({ secondsPerIteration: 3 * before.secondsPerIteration }));
  const learnt = forecaster.forecast(request('compact'));
  forecaster.calibrate(machineSample());
  expect(forecaster.forecast(request('compact'))).toEqual(learnt);
});

it('says when forecasts have changed', () => {
  const forecaster = new Forecaster(8e9);
  const listener = vi.fn();
  const end = forecaster.onChange(listener);
  forecaster.calibrate(machineSample());
  forecaster.learn(run({ secondsPerIteration: 1 }));
  expect(listener).toHaveBeenCalledTimes(2);
  end();
  forecaster.learn(run({ secondsPerIteration: 1 }));
  expect(listener).toHaveBeenCalledTimes(2);
});

it('has no forecast for pictures that make no run', () => {
  const oblong = { ...request('compact'), content: { width: 2000, height: 100 } };
  expect(calibrated().forecast(oblong)).toBeNull();
});

it.each([
  ['the memory of the machine', 16e9, 0, 15.3e9],
  ['the limit of a container', 16e9, 4e9, 3.3e9],
  ['the memory of the machine where the limit is above it', 16e9, 2 ** 63, 15.3e9],
  ['three quarters of a small machine', 1e9, 0, 0.75e9],
])('counts on %s, less what others need', (_, total, limit, usable) => {
  expect(usableMemory(total, limit)).toBeCloseTo(usable, 0);
});
