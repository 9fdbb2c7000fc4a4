'use client';

import { useTranslation } from 'react-i18next';
import { settingsSchema } from '../../../server/protocol/settings';
import { imagesOf, mayChangeSettings, settingOf } from '../../_lib/room-selectors';
import { useRoom, useStudio } from '../../_lib/studio-context';
import { pictureUrl } from '../../_lib/urls';
import { cx } from '../ui/cx';
import { Choices } from './choices';
import { Field } from './field';

const THUMB_PX = 160;
const choices = settingsSchema.shape.initialisation.options;

/** What the picture starts from, and which picture of the room where it is to be one of them. */
export function InitialisationField() {
  const { t } = useTranslation();
  const { roomId, settings } = useStudio();
  const value = useRoom((state) => settingOf(state, 'initialisation'));
  const chosen = useRoom((state) => settingOf(state, 'initialImage'));
  const images = useRoom(imagesOf);
  const editor = useRoom(mayChangeSettings);
  if (!value) return null;
  const label = t('settings.initialisation.label');
  const first = images[0];
  const offered = first || value === 'image' ? choices : choices.filter((one) => one !== 'image');

  function choose(next: (typeof choices)[number]): void {
    const picture = chosen ?? first?.id;
    settings.change(
      next === 'image' ? { initialisation: next, initialImage: picture } : { initialisation: next },
    );
  }

  return (
    <Field field="initialisation" label={label} hint={t('settings.initialisation.hint')}>
      <Choices
        label={label}
        values={offered}
        value={value}
        name={(one) => t(`settings.choices.${one}`)}
        disabled={!editor}
        onChoose={choose}
      />
      {!first && <p className="text-xs text-muted">{t('settings.initialisation.noPicture')}</p>}
      {value === 'image' && (
        <div role="group" aria-label={t('settings.fields.initialImage')} className="grid grid-cols-5 gap-1.5">
          {images.map((image) => (
            <button
              key={image.id}
              type="button"
              aria-pressed={image.id === chosen}
              aria-label={t('settings.initialisation.use', { name: image.name })}
              disabled={!editor}
              onClick={() => settings.change({ initialImage: image.id })}
              className={cx(
                'aspect-square overflow-hidden rounded-md ring-2 disabled:opacity-45',
                image.id === chosen ? 'ring-accent' : 'ring-transparent not-disabled:hover:ring-edge',
              )}
            >
              <img
                src={pictureUrl(roomId, { imageId: image.id, crop: null }, THUMB_PX)}
                alt=""
                className="size-full object-cover"
              />
            </button>
          ))}
        </div>
      )}
    </Field>
  );
}
