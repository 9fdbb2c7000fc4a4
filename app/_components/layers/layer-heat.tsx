'use client';

import { useTranslation } from 'react-i18next';
import { formatShare } from '../../_lib/format';
import type { Growth } from '../../_lib/layer-fader';
import type { LayerKind } from '../../_lib/layer-weights';
import { layerShare, lossShare } from '../../_lib/shares';
import { useRoom } from '../../_lib/studio-context';
import { cx } from '../ui/cx';

interface HeatProps {
  readonly kind: LayerKind;
  readonly tap: string;
}

export const heatColour = { content: 'var(--curve-content)', style: 'var(--curve-style)' } as const;

/** Of a bar while nothing is known of its loss. */
const LUKEWARM = 0.55;
/** Steps in which the heat is drawn: finer ones nobody sees. */
const STEPS = 50;

/** How strongly a share of the loss glows, 0 … 1: by its root, so that small shares can be told apart. */
function glow(share: number): number {
  return Math.round(Math.sqrt(share) * STEPS) / STEPS;
}

/** A layer's bar: as long as its weight, as warm as its share of the loss just now. */
export function HeatBar({
  kind,
  tap,
  growth,
  length,
}: HeatProps & { readonly growth: Growth; readonly length: number }) {
  const heat = useRoom((state) => {
    const share = layerShare(state, kind, tap);
    return share === null ? LUKEWARM : glow(share);
  });
  const percent = `${length * 100}%`;
  const lies = growth === 'left' || growth === 'right';
  return (
    <span
      data-heat={heat}
      className={cx(
        'absolute overflow-hidden rounded-[3px] bg-panel ring-1 ring-inset',
        { left: 'right-0', right: 'left-0', up: 'bottom-0', down: 'top-0' }[growth],
        lies ? 'inset-y-0' : 'inset-x-0',
      )}
      style={{
        [lies ? 'width' : 'height']: percent,
        ['--tw-ring-color' as string]: heatColour[kind],
      }}
    >
      <span
        className="absolute inset-0 transition-opacity duration-300"
        style={{ background: heatColour[kind], opacity: heat }}
      />
    </span>
  );
}

/** The same share as a number; nothing while it is not known. */
export function HeatShare({ kind, tap }: HeatProps) {
  const { t } = useTranslation();
  const percent = useRoom((state) => {
    const share = layerShare(state, kind, tap);
    return share === null ? null : formatShare(share);
  });
  return percent !== null && t('layers.share', { percent });
}

/** What the warmth of the bars means, or will mean once a run goes. */
export function HeatLegend() {
  const { t } = useTranslation();
  const known = useRoom((state) => lossShare(state, 'style') !== null);
  if (!known) return <p className="text-[0.6875rem] text-muted">{t('layers.heatLater')}</p>;
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-[0.6875rem] text-muted tabular-nums">
      <span className="grow">{t('layers.heat')}</span>
      {[0, 0.25, 1].map((share) => (
        <span key={share} className="flex items-center gap-1">
          {(['content', 'style'] as const).map((kind) => (
            <span
              key={kind}
              aria-hidden
              className="relative size-3 overflow-hidden rounded-[3px] bg-panel ring-1 ring-inset"
              style={{ ['--tw-ring-color' as string]: heatColour[kind] }}
            >
              <span
                className="absolute inset-0"
                style={{ background: heatColour[kind], opacity: glow(share) }}
              />
            </span>
          ))}
          {t('layers.share', { percent: share * 100 })}
        </span>
      ))}
    </div>
  );
}
