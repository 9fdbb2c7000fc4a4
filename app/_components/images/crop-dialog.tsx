'use client';

import 'react-image-crop/dist/ReactCrop.css';
import { useRef, useState } from 'react';
import ReactCrop, { centerCrop, makeAspectCrop, type PercentCrop } from 'react-image-crop';
import { useTranslation } from 'react-i18next';
import type { ImageInfo } from '../../../server/protocol/images';
import type { Cropping } from '../../_lib/intake';
import { cropToPercent, percentToCrop, WHOLE } from '../../_lib/crop-fractions';
import { useStudio } from '../../_lib/studio-context';
import { pictureUrl } from '../../_lib/urls';
import { Button } from '../ui/button';
import { cx } from '../ui/cx';
import { Modal } from '../ui/modal';

const SIDE_PX = 1024;
const shapes = [
  { name: '1 : 1', aspect: 1 },
  { name: '4 : 3', aspect: 4 / 3 },
  { name: '3 : 4', aspect: 3 / 4 },
  { name: '16 : 9', aspect: 16 / 9 },
];

interface CropDialogProps {
  readonly cropping: Cropping;
}

/** Chooses the part of a picture that is used. The picture itself stays whole. */
export function CropDialog({ cropping }: CropDialogProps) {
  const { t } = useTranslation();
  const { roomId, intake } = useStudio();
  const { kind, image } = cropping;
  const use = useRef<HTMLButtonElement>(null);
  const [crop, setCrop] = useState<PercentCrop>(cropToPercent(cropping.crop));
  const [aspect, setAspect] = useState<number | undefined>(undefined);

  function shape(next: number | undefined): void {
    setAspect(next);
    const { width, height } = image;
    if (next === undefined) return;
    const wide = width / height > next ? { height: 100 } : { width: 100 };
    setCrop(centerCrop(makeAspectCrop({ unit: '%', ...wide }, next, width, height), width, height));
  }

  function apply(): void {
    intake.endCrop();
    void intake.putInUse(kind, image, percentToCrop(crop));
  }

  return (
    <Modal
      open
      wide
      title={t('crop.title')}
      text={t('crop.text')}
      initialFocus={use}
      onClose={intake.endCrop}
    >
      <div className="flex shrink-0 justify-center rounded-lg bg-wall">
        <ReactCrop
          crop={crop}
          aspect={aspect}
          keepSelection
          ruleOfThirds
          minWidth={16}
          minHeight={16}
          style={{ width: shownWidth(image) }}
          onChange={(_, percent) => setCrop(percent)}
        >
          <img
            src={pictureUrl(roomId, { imageId: image.id, crop: null }, SIDE_PX)}
            alt={image.name}
            width={image.width}
            height={image.height}
            className="h-auto w-full"
            style={{ aspectRatio: `${image.width} / ${image.height}` }}
          />
        </ReactCrop>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <div role="group" aria-label={t('crop.shape')} className="flex flex-wrap gap-1">
          <ShapeButton name={t('crop.free')} chosen={aspect === undefined} onClick={() => shape(undefined)} />
          {shapes.map((one) => (
            <ShapeButton
              key={one.name}
              name={one.name}
              chosen={aspect === one.aspect}
              onClick={() => shape(one.aspect)}
            />
          ))}
        </div>
        <div className="ml-auto flex gap-2">
          <Button
            look="quiet"
            onClick={() => {
              setAspect(undefined);
              setCrop(WHOLE);
            }}
          >
            {t('crop.whole')}
          </Button>
          <Button look="quiet" onClick={intake.endCrop}>
            {t('name.cancel')}
          </Button>
          <Button ref={use} look="primary" onClick={apply}>
            {t('crop.apply')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

/**
 * The width of the picture in the dialog as CSS: all that there is room for, but no more than its own. It is known
 * before the picture is there, so nothing moves under the pointer when it comes.
 */
function shownWidth({ width, height }: ImageInfo): string {
  const own = width * Math.min(1, SIDE_PX / Math.max(width, height));
  return `min(100%, ${own}px, max(8rem, 100dvh - 18rem) * ${width / height})`;
}

function ShapeButton({ name, chosen, onClick }: { name: string; chosen: boolean; onClick: () => void }) {
  return (
    <Button
      size="small"
      look="quiet"
      aria-pressed={chosen}
      className={cx(chosen && 'bg-accent-soft text-ink')}
      onClick={onClick}
    >
      {name}
    </Button>
  );
}
