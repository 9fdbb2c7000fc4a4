'use client';

import { Crop as CropIcon, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Picture } from '../../../server/protocol/images';
import type { ImageKind } from '../../_lib/intake';
import { imageOf, mayEdit } from '../../_lib/room-selectors';
import { useCommand, useRoom, useStudio } from '../../_lib/studio-context';
import { IconButton } from '../ui/icon-button';

interface PictureToolsProps {
  readonly kind: ImageKind;
  readonly picture: Picture;
  readonly name: string;
  readonly className?: string;
}

const removal = { content: 'content:remove', style: 'style:remove' } as const;

/** What can be done to a picture in use. */
export function PictureTools({ kind, picture, name, className }: PictureToolsProps) {
  const { t } = useTranslation();
  const { intake } = useStudio();
  const command = useCommand();
  const editor = useRoom(mayEdit);
  const image = useRoom((state) => state.room && imageOf(state.room, picture.imageId));
  if (!editor) return null;
  return (
    <>
      {image && (
        <IconButton
          label={t('images.cropNamed', { name })}
          className={className}
          onClick={() => intake.crop({ kind, image, crop: picture.crop })}
        >
          <CropIcon aria-hidden />
        </IconButton>
      )}
      <IconButton
        label={t('images.removeNamed', { name })}
        className={className}
        onClick={(event) => {
          // The button goes with its picture, and would take the focus with it.
          event.currentTarget.closest<HTMLElement>('[data-well]')?.focus();
          void command({ type: removal[kind], imageId: picture.imageId });
        }}
      >
        <X aria-hidden />
      </IconButton>
    </>
  );
}
