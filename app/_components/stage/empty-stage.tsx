'use client';

import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { mayEdit } from '../../_lib/room-selectors';
import { useRoom, useStudio } from '../../_lib/studio-context';
import { pictureUrl } from '../../_lib/urls';
import { cx } from '../ui/cx';

const THUMB_PX = 320;

/** Before the first run: what to do, and how far it is done. */
export function EmptyStage() {
  const { t } = useTranslation();
  const { roomId } = useStudio();
  const content = useRoom((state) => state.room?.setup.content ?? null);
  const style = useRoom((state) => state.room?.setup.styles[0] ?? null);
  const editor = useRoom(mayEdit);
  const steps = [
    {
      text: content ? t('stage.steps.contentDone') : t('stage.steps.content'),
      picture: content,
      done: !!content,
    },
    { text: style ? t('stage.steps.styleDone') : t('stage.steps.style'), picture: style, done: !!style },
    { text: t('stage.steps.start'), picture: null, done: false },
  ];
  const current = steps.findIndex((step) => !step.done);
  return (
    <div className="flex w-full max-w-xl flex-col gap-5">
      <h2 className="text-center text-xl font-semibold tracking-tight sm:text-2xl">
        {t('stage.steps.title')}
      </h2>
      <ol className="grid grid-cols-3 gap-2 sm:gap-4">
        {steps.map((step, index) => (
          <li
            key={index}
            aria-current={index === current ? 'step' : undefined}
            className={cx(
              'flex flex-col gap-2 rounded-xl p-2 text-center ring-1 sm:p-3',
              index === current ? 'bg-panel ring-accent' : 'ring-line',
            )}
          >
            <span className="flex aspect-square items-center justify-center overflow-hidden rounded-lg bg-raised">
              {step.picture ? (
                <img
                  src={pictureUrl(roomId, step.picture, THUMB_PX)}
                  alt=""
                  className="size-full object-cover"
                />
              ) : (
                <span className="font-mono text-2xl text-muted">{index + 1}</span>
              )}
            </span>
            <span className={cx('text-[0.8125rem]', index === current ? 'font-medium' : 'text-muted')}>
              {step.done && <Check aria-hidden className="mr-1 inline size-3.5 text-good" />}
              {step.text}
            </span>
          </li>
        ))}
      </ol>
      <p className="text-center text-muted">{editor ? t('stage.steps.startText') : t('stage.steps.watch')}</p>
    </div>
  );
}
