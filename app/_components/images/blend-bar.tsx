'use client';

import { Slider } from '@base-ui/react/slider';
import { useTranslation } from 'react-i18next';
import { bordersOf, moveBorder, partsOf } from '../../_lib/blend-shares';
import { formatShare } from '../../_lib/format';
import { imageOf, mayChangeSettings } from '../../_lib/room-selectors';
import { useRoom, useStudio } from '../../_lib/studio-context';
import { pictureUrl } from '../../_lib/urls';
import { whenPointerLeaves } from '../../_lib/when-pointer-leaves';
import type { Picture } from '../../../server/protocol/images';
import { useBlend } from './use-blend';

const SIDE_PX = 160;
/** Narrower ones have no room for their number, which stands with the picture as well. */
const TOLD_PART = 0.15;
const LARGE_STEP = 10;

/** How much of the style comes from each painting: one bar, whose borders are dragged. */
export function BlendBar({ styles }: { readonly styles: readonly Picture[] }) {
  const { t } = useTranslation();
  const { roomId, settings } = useStudio();
  const { weights, setWeights, level } = useBlend(styles);
  const editor = useRoom(mayChangeSettings);
  const room = useRoom((state) => state.room);
  const parts = partsOf(weights);
  const borders = bordersOf(weights);
  const release = () => settings.release('styleBlend');
  const told = (index: number) => ({
    name: (room && imageOf(room, styles[index]!.imageId)?.name) ?? t('images.style'),
    percent: t('settings.percent', { percent: formatShare(parts[index]!) }),
  });
  const resetText = t('images.blendReset');

  return (
    <Slider.Root
      aria-label={t('images.blend')}
      className="data-disabled:opacity-45"
      title={editor ? resetText : undefined}
      min={0}
      max={100}
      step={1}
      largeStep={LARGE_STEP}
      thumbCollisionBehavior="none"
      value={borders.map((border) => border * 100)}
      disabled={!editor}
      onValueChange={(next, { reason, activeThumbIndex }) =>
        setWeights(moveBorder(weights, activeThumbIndex, next[activeThumbIndex]! / 100), reason === 'drag')
      }
      onValueCommitted={release}
      onDoubleClick={() => editor && level()}
    >
      <Slider.Control
        onPointerDown={() => whenPointerLeaves(release)}
        className="flex touch-none select-none"
      >
        <Slider.Track className="relative h-10 w-full">
          {/* Only the borders are to be dragged: pressing a picture moves nothing. */}
          <div
            className="absolute inset-0 flex overflow-hidden rounded-lg bg-wall"
            onPointerDown={(event) => event.stopPropagation()}
          >
            {styles.map((picture, index) => (
              <div
                key={picture.imageId}
                title={`${told(index).name}: ${told(index).percent}`}
                className="relative flex h-full min-w-0 items-center justify-center overflow-hidden bg-cover bg-center"
                style={{
                  flex: `${parts[index]} 0 0`,
                  backgroundImage: `url("${pictureUrl(roomId, picture, SIDE_PX)}")`,
                }}
              >
                {parts[index]! >= TOLD_PART && (
                  <span className="rounded-full bg-black/65 px-1.5 text-xs text-white tabular-nums">
                    {told(index).percent}
                  </span>
                )}
              </div>
            ))}
          </div>
          {borders.map((_, index) => (
            <Slider.Thumb
              key={index}
              index={index}
              aria-label={t('images.border', { first: told(index).name, second: told(index + 1).name })}
              getAriaValueText={() => `${told(index).percent}, ${told(index + 1).percent}`}
              onKeyDown={(event) => {
                if (event.key === 'Delete' || event.key === 'Backspace') level();
              }}
              className="flex h-12 w-5 cursor-ew-resize items-center justify-center rounded-md has-focus-visible:outline-2 has-focus-visible:outline-accent data-disabled:cursor-not-allowed pointer-coarse:w-8"
            >
              <span className="h-full w-1 rounded-full bg-ink shadow ring-2 ring-panel" />
            </Slider.Thumb>
          ))}
        </Slider.Track>
      </Slider.Control>
    </Slider.Root>
  );
}
