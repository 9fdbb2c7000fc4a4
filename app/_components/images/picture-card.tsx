'use client';

import { useTranslation } from 'react-i18next';
import type { Picture } from '../../../server/protocol/images';
import type { ImageKind } from '../../_lib/intake';
import { imageOf } from '../../_lib/room-selectors';
import { useRoom, useStudio } from '../../_lib/studio-context';
import { pictureUrl } from '../../_lib/urls';
import { PictureTools } from './picture-tools';

const SIDE_PX = 480;

interface PictureCardProps {
  readonly kind: ImageKind;
  readonly picture: Picture;
}

/** The one picture of a well, with what can be done to it. */
export function PictureCard({ kind, picture }: PictureCardProps) {
  const { t } = useTranslation();
  const { roomId } = useStudio();
  const name =
    useRoom((state) => state.room && imageOf(state.room, picture.imageId)?.name) ?? t(`images.${kind}`);
  const src = pictureUrl(roomId, picture, SIDE_PX);
  return (
    <figure className="relative overflow-hidden rounded-xl bg-wall">
      {/* The card has one shape and pictures have many: what is left is filled by the picture itself, out of focus. */}
      <img
        src={src}
        alt=""
        aria-hidden
        className="absolute inset-0 size-full scale-110 object-cover opacity-45 blur-lg"
      />
      <img src={src} alt={name} title={name} className="relative aspect-[16/10] w-full object-contain" />
      <div className="absolute top-1.5 right-1.5 flex gap-1">
        <PictureTools
          kind={kind}
          picture={picture}
          name={name}
          className="bg-black/60 text-white not-disabled:hover:bg-black/80 not-disabled:hover:text-white"
        />
      </div>
    </figure>
  );
}
