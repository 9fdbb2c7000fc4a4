'use client';

import { Images, Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImageKind } from '../../_lib/intake';
import { mayEdit } from '../../_lib/room-selectors';
import { useIntake, useRoom, useStudio } from '../../_lib/studio-context';
import { useDropImages } from '../../_lib/use-drop-images';
import { Button, buttonClass } from '../ui/button';
import { cx } from '../ui/cx';

const SamplesDialog = dynamic(() => import('./samples-dialog').then((module) => module.SamplesDialog), {
  ssr: false,
});

interface WellProps {
  readonly kind: ImageKind;
  readonly title: string;
  readonly hint: string;
  /** The pictures in use. */
  readonly children: ReactNode;
  readonly empty: boolean;
  /** Why no picture can be put in. */
  readonly full?: string;
}

const text = {
  content: { input: 'images.chooseContent', samples: 'images.samplesContent' },
  style: { input: 'images.chooseStyle', samples: 'images.samplesStyle' },
} as const;

/** A place for pictures: drop, choose, or take a sample. */
export function Well({ kind, title, hint, children, empty, full }: WellProps) {
  const { t } = useTranslation();
  const { intake } = useStudio();
  const editor = useRoom(mayEdit);
  const problem = useIntake((state) => state.problems[kind]);
  const uploads = useIntake((state) => state.uploads);
  const [sampling, setSampling] = useState(false);
  const inputId = useId();
  const disabled = !editor || full !== undefined;
  const drop = useDropImages((files) => void intake.take(kind, files), disabled);

  return (
    <section aria-label={title} {...drop.handlers} className="flex flex-col gap-2.5">
      <div className="flex flex-col gap-0.5">
        <h2 className="font-medium">{title}</h2>
        <p className="text-xs text-muted">{hint}</p>
      </div>
      {empty ? (
        <p
          className={cx(
            'flex aspect-[16/10] items-center justify-center rounded-xl border border-dashed px-4 text-center text-[0.8125rem] text-muted',
            drop.over ? 'border-accent bg-accent-soft' : 'border-edge/60',
          )}
        >
          {drop.over ? t('images.dropHere') : t('images.drop')}
        </p>
      ) : (
        <div className={cx('flex flex-col gap-2.5 rounded-xl', drop.over && 'ring-2 ring-accent')}>
          {children}
        </div>
      )}
      {uploads
        .filter((upload) => upload.kind === kind)
        .map(({ id, name, fraction }) => (
          <div key={id} role="status" className="flex flex-col gap-1.5 text-xs text-muted">
            <span className="truncate">
              {fraction < 1
                ? t('images.uploading', { name, percent: Math.floor(fraction * 100) })
                : t('images.processing', { name })}
            </span>
            <span className="h-1 overflow-hidden rounded-full bg-line">
              <span className="block h-full bg-accent" style={{ width: `${fraction * 100}%` }} />
            </span>
          </div>
        ))}
      {problem && (
        <p role="alert" className="text-[0.8125rem] text-danger">
          {problem}
        </p>
      )}
      {editor && (
        <div className="flex gap-2">
          <input
            id={inputId}
            type="file"
            accept="image/*"
            multiple={kind === 'style'}
            disabled={disabled}
            aria-label={t(text[kind].input)}
            className="peer sr-only"
            onChange={(event) => {
              const files = [...(event.target.files ?? [])];
              // So that the same file can be chosen again.
              event.target.value = '';
              void intake.take(kind, files);
            }}
          />
          <label
            htmlFor={inputId}
            aria-hidden
            className={buttonClass(
              'secondary',
              'small',
              'grow peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent peer-disabled:opacity-45',
            )}
          >
            <Plus aria-hidden />
            {t(empty ? 'images.choose' : kind === 'content' ? 'images.replace' : 'images.add')}
          </label>
          <Button
            size="small"
            className="grow"
            disabled={disabled}
            aria-label={t(text[kind].samples)}
            onClick={() => setSampling(true)}
          >
            <Images aria-hidden />
            {t('images.samples')}
          </Button>
        </div>
      )}
      {full && editor && <p className="text-xs text-muted">{full}</p>}
      {sampling && <SamplesDialog kind={kind} onClose={() => setSampling(false)} />}
    </section>
  );
}
