'use client';

import { useTranslation } from 'react-i18next';
import type { CurvePoint } from '../../../server/protocol/curves';
import type { RunId } from '../../../server/protocol/ids';
import type { Run } from '../../../server/protocol/runs';
import type { CurveForm } from '../../_lib/curve-overlay';
import type { ReadingStore } from '../../_lib/curve-reading';
import type { CurveView, Series } from '../../_lib/curve-series';
import { Choices } from '../setup/choices';
import { CurveDownloads } from './curve-downloads';
import type { PlotMark } from './curve-drawing';
import { CurveOptions } from './curve-options';
import type { PlotArea } from './curve-plot';
import { OverlayPicker } from './overlay-picker';

const views: readonly CurveView[] = ['kinds', 'layers'];

interface CurveHeadProps {
  readonly run: Run;
  readonly points: readonly CurvePoint[];
  /** Those that are shown. */
  readonly series: readonly Series[];
  /** `null` where there is nothing to choose from. */
  readonly view: CurveView | null;
  readonly onView: (view: CurveView) => void;
  readonly form: CurveForm;
  readonly onForm: (form: CurveForm) => void;
  /** Oldest first. */
  readonly others: readonly Run[];
  /** The one that is laid over. */
  readonly other: Run | undefined;
  readonly overlaid: readonly CurvePoint[];
  readonly onOther: (runId: RunId | null) => void;
  readonly reading: ReadingStore;
  readonly plotMarks: (area: PlotArea) => readonly PlotMark[];
}

/** What the curves are of, and how they are shown and taken away. */
export function CurveHead(props: CurveHeadProps) {
  const { run, points, series, view, onView, form, onForm, others, other, overlaid, onOther, reading } =
    props;
  const { t } = useTranslation();
  return (
    <>
      <h2 className="font-medium">{t('curves.title')}</h2>
      {view && (
        <Choices
          label={t('curves.view')}
          values={views}
          value={view}
          name={(one) => t(`curves.views.${one}`)}
          disabled={false}
          onChoose={onView}
        />
      )}
      <div className="ml-auto flex min-w-0 items-center gap-1 @5xl:order-1 @5xl:ml-0">
        {others.length > 0 && (
          <OverlayPicker
            runs={others}
            value={other?.id ?? null}
            points={overlaid}
            reading={reading}
            onChoose={onOther}
          />
        )}
        <CurveOptions form={form} onForm={onForm} />
        <CurveDownloads
          run={run}
          points={points}
          series={series}
          form={form}
          other={other}
          overlaid={overlaid}
          plotMarks={props.plotMarks}
        />
      </div>
    </>
  );
}
