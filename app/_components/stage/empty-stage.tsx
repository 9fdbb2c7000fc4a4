'use client';

import { Check } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { mayEdit } from '../../_lib/room-selectors';
import { useRoom, useStudio } from '../../_lib/studio-context';
import { pictureUrl } from '../../_lib/urls';
import { cx } from '../ui/cx';
import { PaintingDrawing, PhotographDrawing, RepaintVignette } from '../welcome/vignettes';

const THUMB_PX = 320;

/** A drawing stands for what is still missing. */
const drawing = 'size-full opacity-70';
/** What is drawn at first has to be seen before it changes. */
const PLAY_AFTER_MS = 900;

/** Before the first run: what will become of what, what to do, and how far it is done. */
export function EmptyStage() {
  const { t } = useTranslation();
  const { roomId } = useStudio();
  const content = useRoom((state) => state.room?.setup.content ?? null);
  const style = useRoom((state) => state.room?.setup.styles[0] ?? null);
  const editor = useRoom(mayEdit);
  const [played, setPlayed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setPlayed(true), PLAY_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);

  const steps: readonly Step[] = [
    {
      text: t(content ? 'stage.steps.contentDone' : 'stage.steps.content'),
      how: t('stage.steps.contentHow'),
      done: content !== null,
      picture: content ? (
        <Thumb src={pictureUrl(roomId, content, THUMB_PX)} />
      ) : (
        <PhotographDrawing className={drawing} />
      ),
    },
    {
      text: t(style ? 'stage.steps.styleDone' : 'stage.steps.style'),
      how: t('stage.steps.styleHow'),
      done: style !== null,
      picture: style ? (
        <Thumb src={pictureUrl(roomId, style, THUMB_PX)} />
      ) : (
        <PaintingDrawing className={drawing} />
      ),
    },
    {
      text: t('stage.steps.start'),
      how: t('stage.steps.startText'),
      done: false,
      picture: <RepaintVignette played={played} className={drawing} />,
    },
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
              {step.picture}
            </span>
            <span className={cx('text-[0.8125rem]', index === current ? 'font-medium' : 'text-muted')}>
              {step.done ? (
                <Check aria-hidden className="mr-1 inline size-3.5 text-good" />
              ) : (
                <span className="mr-1 text-muted tabular-nums">{index + 1}.</span>
              )}
              {step.text}
            </span>
          </li>
        ))}
      </ol>
      <p className="text-center text-muted">{editor ? steps[current]?.how : t('stage.steps.watch')}</p>
    </div>
  );
}

interface Step {
  readonly text: string;
  /** Said while it is the next one. */
  readonly how: string;
  readonly done: boolean;
  readonly picture: ReactNode;
}

function Thumb({ src }: { readonly src: string }) {
  return <img src={src} alt="" className="size-full object-cover" />;
}
