import type { TFunction } from 'i18next';
import { i18n } from './i18n';
import { localeOf, type Language } from './languages';

/** A duration for people: `45 s`, `2 min 05 s`, `1 h 10 min`. */
export function formatDuration(seconds: number, t: TFunction): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return t('time.seconds', { seconds: whole });
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return t('time.minutes', { minutes, seconds: String(whole % 60).padStart(2, '0') });
  return t('time.hours', { hours: Math.floor(minutes / 60), minutes: String(minutes % 60).padStart(2, '0') });
}

/** How long something will take: no more exact than anybody can know, `45 s`, `2 min 10 s`, `22 min`. */
export function formatEstimate(seconds: number, t: TFunction): string {
  if (seconds >= 600 && seconds < 3600) return t('time.wholeMinutes', { minutes: Math.floor(seconds / 60) });
  return formatDuration(seconds > 60 ? 10 * Math.round(seconds / 10) : seconds, t);
}

/** A setting's number as it is shown: whole ones as they are, else at most three significant digits, no trailing zeros. */
export function formatNumber(value: number): string {
  if (Number.isInteger(value)) return decimal(value, {});
  return decimal(value, { maximumSignificantDigits: 3 });
}

export function formatMegabytes(bytes: number): string {
  return decimal(bytes / 1_000_000, fractionDigits(bytes < 10_000_000 ? 1 : 0));
}

export function formatGigabytes(bytes: number): string {
  return decimal(bytes / 1_000_000_000, fractionDigits(1));
}

/** A part of a whole in per cent, without a sign: `32`, and `<1` for what is not quite nothing. */
export function formatShare(share: number): string {
  const percent = share * 100;
  return percent > 0 && percent < 1 ? '<1' : decimal(Math.round(percent), {});
}

/** Whole per cent of the way, 0 … 100. */
export function percentOf({
  iteration,
  totalIterations,
}: {
  iteration: number;
  totalIterations: number;
}): number {
  if (totalIterations <= 0) return 0;
  return Math.min(100, Math.floor((iteration / totalIterations) * 100));
}

/** A loss with three significant digits; very small ones as a power of ten. */
export function formatLoss(value: number): string {
  if (value === 0) return '0';
  return Math.abs(value) < 0.001 ? value.toExponential(1) : decimal(value, { maximumSignificantDigits: 3 });
}

/** A moment, in the reader's own way of writing it: the time of day where it was today, else the date too. */
export function formatMoment(milliseconds: number, now: Date): string {
  const moment = new Date(milliseconds);
  const today = moment.toDateString() === now.toDateString();
  return new Intl.DateTimeFormat(localeOf(language()), {
    dateStyle: today ? undefined : 'short',
    timeStyle: 'short',
  }).format(moment);
}

/** Several things in a row: `a, b, c`. In the language of `t`, since the server renders some as well. */
export function formatList(items: readonly string[], t: TFunction): string {
  return t('app.list', { items });
}

/** Ungrouped, as it is typed. In the language and not in the reader's country: a typed number has a point in all of ours. */
function decimal(value: number, options: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(language(), { useGrouping: false, ...options }).format(value);
}

function fractionDigits(digits: number): Intl.NumberFormatOptions {
  return { minimumFractionDigits: digits, maximumFractionDigits: digits };
}

/** Of the page. On the server there is none, and the numbers that it renders are written alike in all of ours. */
function language(): Language {
  return (i18n.language as Language | undefined) ?? 'en';
}
