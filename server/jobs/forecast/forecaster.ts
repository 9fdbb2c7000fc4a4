import type { Forecast } from '../../protocol/forecast';
import type { NetworkId } from '../../protocol/networks';
import { StyleError } from '../../style/style-error';
import type { ForecastRequest } from '../run-queue';
import { forecast, NO_CORRECTION, type Correction } from './forecast';
import { learn } from './learning';
import type { MachineSample, RunSample } from './samples';

/** Forecasts runs on this machine, and learns from those that were made. */
export class Forecaster {
  readonly #memoryBytes: number;
  readonly #listeners = new Set<() => void>();
  #sample: MachineSample | undefined;
  /** Per network, of the engine of {@link #sample}. */
  readonly #corrections = new Map<NetworkId, Correction>();

  /** @param memoryBytes what the machine can give to the computing process */
  constructor(memoryBytes: number) {
    this.#memoryBytes = memoryBytes;
  }

  /**
   * Takes a measurement of the machine. One of the same engine and network brings nothing new: what runs have taught
   * is about the first.
   */
  calibrate(sample: MachineSample): void {
    const known = this.#sample;
    if (known?.engine === sample.engine && known.network === sample.network) return;
    this.#sample = sample;
    this.#corrections.clear();
    this.#changed();
  }

  /** Takes what a run took. Of another engine than the machine was measured with it says nothing. */
  learn(run: RunSample): void {
    if (this.#sample === undefined || run.engine !== this.#sample.engine) return;
    const { network } = run.settings;
    this.#corrections.set(network, learn(this.#correctionOf(network), run, this.#sample));
    this.#changed();
  }

  /** `null` until the machine has been measured, and where pictures and settings make no run: starting it says why. */
  forecast(request: ForecastRequest): Forecast | null {
    if (this.#sample === undefined) return null;
    try {
      const correction = this.#correctionOf(request.settings.network);
      return forecast(request, this.#sample, this.#memoryBytes, correction);
    } catch (error) {
      if (error instanceof StyleError) return null;
      throw error;
    }
  }

  /** Returns a function that ends the subscription. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  #correctionOf(network: NetworkId): Correction {
    return this.#corrections.get(network) ?? NO_CORRECTION;
  }

  #changed(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
