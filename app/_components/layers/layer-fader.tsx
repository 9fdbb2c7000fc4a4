'use client';

import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { SHARE } from '../../../server/protocol/limits';
import { formatNumber, formatShare } from '../../_lib/format';
import type { DrawnLayer } from '../../_lib/layer-drawing';
import { faderKey, fractionAt, fractionOf, weightAt, type Growth } from '../../_lib/layer-fader';
import { partOf } from '../../_lib/layer-weights';
import { whenPointerLeaves } from '../../_lib/when-pointer-leaves';
import { cx } from '../ui/cx';
import { HeatBar, HeatShare } from './layer-heat';
import type { LayerTrack } from './use-layer-track';

/** A press that has moved less is a click. */
const DRAG_PX = 4;

interface LayerFaderProps {
  readonly track: LayerTrack;
  readonly layer: DrawnLayer;
  readonly growth: Growth;
  /** Whether the tab key comes here: to one layer of each kind. */
  readonly inTabOrder: boolean;
  /** Id of what says why it cannot be chosen. */
  readonly obstacleId?: string;
  readonly onMove: (by: 1 | -1) => void;
  readonly onFocus: () => void;
  /** It is pointed at, or has the focus. */
  readonly onShow: () => void;
}

/** A layer as content, or as style: a click reads it or not, dragging sets how much it counts among its kind. */
export function LayerFader(props: LayerFaderProps) {
  const { track, layer, growth, inTabOrder, obstacleId, onMove, onFocus, onShow } = props;
  const { t } = useTranslation();
  const rail = useRef<HTMLSpanElement>(null);
  const press = useRef<{ x: number; y: number; dragged: boolean } | null>(null);
  const { kind, layers } = track;
  const { tap } = layer;
  const weight = layers[tap] ?? 0;
  const disabled = !track.editable || !layer.offered;
  const lies = growth === 'left' || growth === 'right';

  function onPointerMove({ clientX: x, clientY: y }: PointerEvent): void {
    const held = press.current;
    if (!held || !rail.current) return;
    if (!held.dragged && Math.hypot(x - held.x, y - held.y) >= DRAG_PX) {
      held.dragged = true;
      // The picker may be closed, or show another network, before the pointer lets go.
      whenPointerLeaves(track.release);
    }
    if (held.dragged) {
      track.set(tap, weightAt(fractionAt({ x, y }, rail.current.getBoundingClientRect(), growth)), true);
    }
  }

  function onPointerEnd({ type }: PointerEvent): void {
    const held = press.current;
    press.current = null;
    if (held && !held.dragged && type === 'pointerup') track.toggle(tap);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const done = faderKey(event.key, weight, growth);
    if (!done) return;
    event.preventDefault();
    event.stopPropagation();
    if (done === 'toggle') {
      if (!disabled) track.toggle(tap);
    } else if (done.kind === 'move') onMove(done.by);
    else if (!disabled) track.set(tap, done.weight);
  }

  return (
    <div
      role="slider"
      tabIndex={inTabOrder ? 0 : -1}
      data-tap={tap}
      aria-label={t('layers.cell', { kind: t(`layers.${kind}`), layer: tap })}
      aria-orientation={lies ? 'horizontal' : 'vertical'}
      aria-valuemin={SHARE.min}
      aria-valuemax={SHARE.max}
      aria-valuenow={weight}
      aria-valuetext={
        weight > 0
          ? t('layers.value', { weight: formatNumber(weight), percent: formatShare(partOf(layers, tap)) })
          : t('layers.off')
      }
      aria-disabled={disabled || undefined}
      aria-describedby={obstacleId}
      onFocus={() => {
        onFocus();
        onShow();
      }}
      onPointerEnter={onShow}
      onPointerDown={(event) => {
        if (disabled || event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        press.current = { x: event.clientX, y: event.clientY, dragged: false };
      }}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerEnd}
      onPointerCancel={onPointerEnd}
      onKeyDown={onKeyDown}
      className={cx(
        'group/cell flex scroll-my-36 items-center gap-1 rounded-md -outline-offset-1 select-none',
        { left: '', right: 'flex-row-reverse', up: 'flex-col', down: 'flex-col-reverse' }[growth],
        lies ? 'touch-pan-y' : 'touch-pan-x',
        disabled ? 'cursor-not-allowed' : 'cursor-pointer',
      )}
    >
      <span
        className={cx(
          'shrink-0 text-[0.6875rem] whitespace-nowrap text-muted tabular-nums',
          lies ? 'w-9' : 'h-4 pr-2 text-center',
          growth === 'left' && 'text-right',
          growth === 'right' && 'pl-0.5',
        )}
      >
        <span className="group-focus/cell:hidden">{weight > 0 && <HeatShare kind={kind} tap={tap} />}</span>
        <span className="not-group-focus/cell:hidden">
          {t('layers.times', { weight: formatNumber(weight) })}
        </span>
      </span>
      <span
        ref={rail}
        data-rail
        className={cx(
          'relative rounded-[3px] ring-inset',
          lies ? 'h-4 grow' : 'mr-2 min-h-0 w-10 max-w-[80%] grow',
          layer.offered && 'bg-line/45 ring-edge group-[:not([aria-disabled]):hover]/cell:ring-1',
        )}
      >
        {weight > 0 && <HeatBar kind={kind} tap={tap} growth={growth} length={fractionOf(weight)} />}
      </span>
    </div>
  );
}
