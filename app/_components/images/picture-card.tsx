'use client';

import { Crop as CropIcon, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Picture } from '../../../server/protocol/images';
import type { ImageKind } from '../../_lib/intake';
import { imageOf, mayEdit } from '../../_lib/room-selectors';
import { useCommand, useRoom, useStudio } from '../../_lib/studio-context';
import { pictureUrl } from '../../_lib/urls';
import { cx } from '../ui/cx';
import { IconButton } from '../ui/icon-button';

const SIDE_PX = 480;

interface PictureCardProps {
  readonly kind: ImageKind;
  readonly picture: Picture;
  readonly small?: boolean;
}

/** A picture in use, with what can be done to it. */
export function PictureCard({ kind, picture, small }: PictureCardProps) {
  const { t } = useTranslation();
  const { roomId, intake } = useStudio();
  const command = useCommand();
  const editor = useRoom(mayEdit);
  const image = useRoom((state) => state.room && imageOf(state.room, picture.imageId));
  const name = image?.name ?? t(`images.${kind}`);
  const src = pictureUrl(roomId, picture, SIDE_PX);
  const floating = 'bg-black/60 text-white not-disabled:hover:bg-black/80 not-disabled:hover:text-white';
  return (
    <figure className="relative overflow-hidden rounded-xl bg-wall">
      {/* The card has one shape and pictures have many: what is left is filled by the picture itself, out of focus. */}
      <img
        src={src}
        alt=""
        aria-hidden
        className="absolute inset-0 size-full scale-110 object-cover opacity-45 blur-lg"
      />
      <img
        src={src}
        alt={name}
        className={cx('relative w-full object-contain', small ? 'aspect-[21/9]' : 'aspect-[16/10]')}
      />
      {editor && (
        <div className="absolute top-1.5 right-1.5 flex gap-1">
          {image && (
            <IconButton
              label={t('images.cropNamed', { name })}
              className={floating}
              onClick={() => intake.crop({ kind, image, crop: picture.crop })}
            >
              <CropIcon aria-hidden />
            </IconButton>
          )}
          {kind === 'style' && (
            <IconButton
              label={t('images.removeNamed', { name })}
              className={floating}
              onClick={() => void command({ type: 'style:remove', imageId: picture.imageId })}
            >
              <X aria-hidden />
            </IconButton>
          )}
        </div>
      )}
    </figure>
  );
}
