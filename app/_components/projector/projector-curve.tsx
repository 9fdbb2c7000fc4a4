'use client';

import { useTranslation } from 'react-i18next';
import type { Run } from '../../../server/protocol/runs';
import { formatLoss } from '../../_lib/format';
import { projectCurve, projectedTerms, type ProjectedTerm } from '../../_lib/projected-curve';
import { useRoom } from '../../_lib/studio-context';
import { useCurve } from '../../_lib/use-curve';

const colours: Readonly<Record<ProjectedTerm, string>> = {
  total: 'var(--ink)',
  style: 'var(--curve-style)',
  content: 'var(--curve-content)',
};

/** The loss while it falls, in lines and letters that are read from the last row. */
export function ProjectorCurve({ run }: { readonly run: Run }) {
  const { t } = useTranslation();
  const points = useCurve(run);
  const members = useRoom((state) => state.room?.members);
  const curve = projectCurve(points);
  const last = points.at(-1);
  const summary = t('curves.summary', { count: points.length, total: formatLoss(last?.total ?? 0) });
  return (
    <section aria-label={t('room.curves')} className="flex min-h-0 grow flex-col gap-[0.5em]">
      <h2 className="sr-only">{t('curves.title')}</h2>
      {curve && last ? (
        <>
          <svg
            role="img"
            aria-label={summary}
            data-testid="projector-curve"
            viewBox="0 0 100 100"
            preserveAspectRatio="none"
            className="h-[12em] min-h-[6em] w-full grow overflow-visible lg:h-auto lg:max-h-[20em]"
          >
            <line
              x1="0"
              y1="100"
              x2="100"
              y2="100"
              stroke="var(--line)"
              strokeWidth="2"
              vectorEffect="non-scaling-stroke"
            />
            {run.marks
              .filter(({ iteration }) => curve.across(iteration) >= 0 && curve.across(iteration) <= 100)
              .map(({ at, iteration, memberId }) => (
                <line
                  key={`${at} ${memberId}`}
                  x1={curve.across(iteration)}
                  y1="0"
                  x2={curve.across(iteration)}
                  y2="100"
                  stroke={members?.find(({ id }) => id === memberId)?.colour ?? 'var(--muted)'}
                  strokeWidth="2"
                  strokeDasharray="2 6"
                  vectorEffect="non-scaling-stroke"
                />
              ))}
            {[...projectedTerms].reverse().map((term) => (
              <path
                key={term}
                d={curve.paths[term]}
                fill="none"
                stroke={colours[term]}
                strokeWidth={term === 'total' ? 4 : 3}
                strokeLinejoin="round"
                strokeLinecap="round"
                vectorEffect="non-scaling-stroke"
              />
            ))}
          </svg>
          <dl className="flex flex-wrap gap-x-[1.25em] gap-y-[0.25em] text-[0.8em]">
            {projectedTerms.map((term) => (
              <div key={term} className="flex items-center gap-[0.4em]">
                <span
                  aria-hidden
                  className="h-[0.2em] w-[1em] rounded-full"
                  style={{ background: colours[term] }}
                />
                <dt className="text-muted">{t(`curves.${term}`)}</dt>
                <dd className="font-medium tabular-nums">{formatLoss(last[term])}</dd>
              </div>
            ))}
          </dl>
        </>
      ) : (
        <p className="text-[0.8em] text-muted">{t('curves.empty')}</p>
      )}
    </section>
  );
}
