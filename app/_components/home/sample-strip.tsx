'use client';

import { useTranslation } from 'react-i18next';
import { samples } from '../../_lib/api';
import { useRequest } from '../../_lib/use-request';
import { cx } from '../ui/cx';

const SHOWN = 9;

/** A few of the sample pictures, photographs and paintings in turn. Nothing where there are none. */
export function SampleStrip() {
  const { t } = useTranslation();
  const state = useRequest(samples);
  const all = state.kind === 'ready' ? state.value : [];
  const photographs = all.filter((sample) => sample.kind === 'content');
  const paintings = all.filter((sample) => sample.kind === 'style');
  const mixed = paintings
    .flatMap((painting, index) => [painting, photographs[index]])
    .filter((one) => one !== undefined);
  const loading = state.kind === 'loading';
  if (!loading && mixed.length === 0) return null;
  return (
    <figure className="flex flex-col gap-3">
      <ul className="grid grid-cols-3 gap-2 sm:gap-3" aria-label={t('home.samples')}>
        {Array.from({ length: loading ? SHOWN : Math.min(SHOWN, mixed.length) }, (_, index) => {
          const sample = mixed[index];
          return (
            <li
              key={sample?.id ?? index}
              className={cx(
                'aspect-square overflow-hidden rounded-lg bg-wall ring-1 ring-line',
                loading && 'animate-pulse',
              )}
            >
              {sample && (
                <img
                  src={`/samples/${sample.file}`}
                  alt={sample.title}
                  loading="lazy"
                  className="size-full object-cover"
                />
              )}
            </li>
          );
        })}
      </ul>
      <figcaption className="text-[0.8125rem] text-muted">{t('home.samplesNote')}</figcaption>
    </figure>
  );
}
