'use client';

import { useTranslation } from 'react-i18next';
import { formatNumber, formatShare } from '../../_lib/format';
import type { DrawnBlock } from '../../_lib/layer-drawing';
import { partOf } from '../../_lib/layer-weights';
import { layerShare } from '../../_lib/shares';
import { useRoom } from '../../_lib/studio-context';
import { NumberBox } from '../setup/number-box';
import { BlockSize } from './block-size';
import { heatColour } from './layer-heat';
import type { LayerTrack } from './use-layer-track';

interface LayerReadoutProps {
  readonly blocks: readonly DrawnBlock[];
  readonly tracks: readonly LayerTrack[];
  readonly tap: string;
  /** Why a layer that the network does not have cannot be chosen. */
  readonly missing: string;
  /** Also says what each kind compares. */
  readonly explained?: boolean;
}

/** What the layer that is pointed at is, how much it counts, and what comes of that. */
export function LayerReadout({ blocks, tracks, tap, missing, explained }: LayerReadoutProps) {
  const { t } = useTranslation();
  const index = blocks.findIndex(({ layers }) => layers.some((layer) => layer.tap === tap));
  const block = blocks[index]!;
  const layer = block.layers.find((one) => one.tap === tap)!;
  return (
    <div className="flex min-h-32 flex-col gap-2 rounded-lg bg-raised p-2.5 ring-1 ring-line ring-inset">
      <div className="flex flex-col gap-0.5 text-xs">
        <span className="flex flex-wrap justify-between gap-x-3">
          <span className="font-mono font-medium">{tap}</span>
          <span className="text-muted">{t(`settings.block.${block.name}`)}</span>
        </span>
        {layer.offered && (
          <span className="text-muted tabular-nums">
            {t('layers.channels', { count: block.channels })} · <BlockSize block={index} />;{' '}
            {t('layers.field', { side: layer.fieldPx })}
          </span>
        )}
      </div>
      {layer.offered ? (
        tracks.map((track) => (
          <TrackLine
            key={track.kind}
            track={track}
            tap={tap}
            channels={explained ? block.channels : undefined}
          />
        ))
      ) : (
        <p className="text-xs">{missing}</p>
      )}
    </div>
  );
}

interface TrackLineProps {
  readonly track: LayerTrack;
  readonly tap: string;
  /** Of the layer, where it is explained what is compared. */
  readonly channels?: number;
}

function TrackLine({ track, tap, channels }: TrackLineProps) {
  const { t } = useTranslation();
  const { kind, layers, editable } = track;
  const weight = layers[tap] ?? 0;
  const share = useRoom((state) => layerShare(state, kind, tap));
  const name = t(`layers.${kind}`);
  return (
    <div className="flex flex-col gap-1 text-xs">
      <div className="flex items-center gap-2">
        <span className="flex w-16 shrink-0 items-center gap-1.5">
          <span aria-hidden className="size-2 rounded-full" style={{ background: heatColour[kind] }} />
          {name}
        </span>
        <NumberBox
          label={t('layers.typed', { kind: name, layer: tap })}
          value={weight}
          format={(number) => (number === 0 ? t('settings.off') : formatNumber(number))}
          disabled={!editable}
          onCommit={(next) => track.set(tap, next)}
          className="w-14"
        />
        {weight > 0 && (
          <span className="flex grow flex-col leading-tight text-muted tabular-nums">
            <span>{t('layers.part', { percent: formatShare(partOf(layers, tap)) })}</span>
            {share !== null && <span>{t('layers.loss', { percent: formatShare(share) })}</span>}
          </span>
        )}
      </div>
      {channels !== undefined && <p className="text-muted">{t(`layers.compared.${kind}`, { channels })}</p>}
    </div>
  );
}
