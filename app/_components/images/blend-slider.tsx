'use client';

import { useTranslation } from 'react-i18next';
import type { ImageId } from '../../../server/protocol/ids';
import type { Picture } from '../../../server/protocol/images';
import { imageOf, mayChangeSettings, settingOf } from '../../_lib/room-selectors';
import { useRoom, useStudio } from '../../_lib/studio-context';
import { TrackSlider } from '../ui/track-slider';

/** Of the slider; the protocol allows more, but nothing looks different beyond four to one. */
const MAX_SHARE = 4;
const STEP = 0.05;

interface BlendSliderProps {
  readonly imageId: ImageId;
  readonly among: readonly Picture[];
}

/** How much of the style comes from this painting; shown as its part of the whole. */
export function BlendSlider({ imageId, among }: BlendSliderProps) {
  const { t } = useTranslation();
  const { settings } = useStudio();
  const editor = useRoom(mayChangeSettings);
  const blend = useRoom((state) => settingOf(state, 'styleBlend'));
  const name = useRoom((state) => state.room && imageOf(state.room, imageId)?.name);
  const shareOf = (id: ImageId) => blend?.[id] ?? 1;
  const sum = among.reduce((total, picture) => total + shareOf(picture.imageId), 0);
  const percent = `${sum > 0 ? Math.round((shareOf(imageId) / sum) * 100) : 0} %`;
  return (
    <div className="flex items-center gap-3 px-0.5">
      <TrackSlider
        label={t('images.blend', { name: name ?? t('images.style') })}
        valueText={percent}
        min={0}
        max={MAX_SHARE}
        step={STEP}
        value={Math.min(MAX_SHARE, shareOf(imageId))}
        disabled={!editor}
        onChange={(share, held) => settings.change({ styleBlend: { [imageId]: share } }, { held })}
        onRelease={() => settings.release('styleBlend')}
      />
      <span className="w-10 text-right text-xs text-muted tabular-nums">{percent}</span>
    </div>
  );
}
