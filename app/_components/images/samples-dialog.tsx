'use client';

import { useTranslation } from 'react-i18next';
import { samples } from '../../_lib/api';
import type { ImageKind } from '../../_lib/intake';
import { imagesOf } from '../../_lib/room-selectors';
import { useRoom, useStudio } from '../../_lib/studio-context';
import { pictureUrl } from '../../_lib/urls';
import { problemText } from '../../_lib/page-problem';
import { useRequest } from '../../_lib/use-request';
import { Button } from '../ui/button';
import { Modal } from '../ui/modal';

const THUMB_PX = 320;

interface SamplesDialogProps {
  readonly kind: ImageKind;
  readonly onClose: () => void;
}

/** Pictures to take without uploading: the samples, and what is in the room already. */
export function SamplesDialog({ kind, onClose }: SamplesDialogProps) {
  const { t } = useTranslation();
  const { roomId, intake } = useStudio();
  const state = useRequest(samples);
  const images = useRoom(imagesOf);
  const fitting = state.kind === 'ready' ? state.value.filter((sample) => sample.kind === kind) : [];
  const choose = (use: Promise<void>) => {
    void use;
    onClose();
  };
  return (
    <Modal
      open
      wide
      tall
      onClose={onClose}
      title={t(kind === 'content' ? 'images.samplesTitleContent' : 'images.samplesTitleStyle')}
      text={t('images.samplesText')}
    >
      {state.kind === 'failed' && <p className="text-danger">{problemText(state.problem, t)}</p>}
      {state.kind === 'ready' && fitting.length === 0 && (
        <p className="text-muted">{t('images.samplesEmpty')}</p>
      )}
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        {fitting.map((sample) => (
          <Tile
            key={sample.id}
            src={`/samples/${sample.file}`}
            title={sample.title}
            note={`${sample.source} · ${sample.licence}`}
            onUse={() => choose(intake.takeSample(kind, sample.id))}
          />
        ))}
      </ul>
      {/* Not before the samples: what stands below them would take the focus. */}
      {state.kind !== 'loading' && images.length > 0 && (
        <>
          <h3 className="font-medium">{t('images.fromRoom')}</h3>
          <ul className="grid grid-cols-2 gap-3 sm:grid-cols-4">
            {images.map((image) => (
              <Tile
                key={image.id}
                src={pictureUrl(roomId, { imageId: image.id, crop: null }, THUMB_PX)}
                title={image.name}
                note={`${image.width} × ${image.height}`}
                onUse={() => choose(intake.putInUse(kind, image, null))}
              />
            ))}
          </ul>
        </>
      )}
      <div className="sticky bottom-0 mt-auto flex justify-end">
        <Button onClick={onClose}>{t('name.cancel')}</Button>
      </div>
    </Modal>
  );
}

interface TileProps {
  readonly src: string;
  readonly title: string;
  readonly note: string;
  readonly onUse: () => void;
}

function Tile({ src, title, note, onUse }: TileProps) {
  const { t } = useTranslation();
  return (
    <li>
      <button
        type="button"
        aria-label={t('images.use', { title })}
        title={note}
        onClick={onUse}
        className="group flex w-full flex-col gap-1.5 rounded-lg text-left"
      >
        <img
          src={src}
          alt=""
          loading="lazy"
          className="aspect-[4/3] w-full rounded-lg bg-wall object-cover ring-1 ring-line group-hover:ring-2 group-hover:ring-accent"
        />
        <span className="w-full truncate text-[0.8125rem]">{title}</span>
        <span className="-mt-1 w-full truncate text-xs text-muted">{note}</span>
      </button>
    </li>
  );
}
