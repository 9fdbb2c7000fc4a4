'use client';

import { Camera, Images, Plus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImageKind } from '../../_lib/intake';
import { problemText } from '../../_lib/page-problem';
import { mayEdit } from '../../_lib/room-selectors';
import { useIntake, useRoom, useStudio } from '../../_lib/studio-context';
import { useDropImages, useFilesOverPage } from '../../_lib/use-drop-images';
import { Button } from '../ui/button';
import { cx } from '../ui/cx';
import { FileButton } from './file-button';
import { UploadList } from './upload-list';
import { onDemand } from '../ui/on-demand';

const SamplesDialog = onDemand(() => import('./samples-dialog').then((module) => module.SamplesDialog));

interface WellProps {
  readonly kind: ImageKind;
  readonly title: string;
  /** What belongs in it, told while there is nothing. */
  readonly hint: string;
  /** The pictures in use. */
  readonly children: ReactNode;
  readonly empty: boolean;
  /** Why no picture can be put in. */
  readonly full?: string;
}

const text = {
  content: {
    input: 'images.chooseContent',
    samples: 'images.samplesContent',
    camera: 'images.cameraContent',
    drop: 'images.dropContent',
  },
  style: {
    input: 'images.chooseStyle',
    samples: 'images.samplesStyle',
    camera: 'images.cameraStyle',
    drop: 'images.dropStyle',
  },
} as const;

/** A place for pictures: drop, paste, choose, photograph, or take a sample. */
export function Well({ kind, title, hint, children, empty, full }: WellProps) {
  const { t } = useTranslation();
  const { intake } = useStudio();
  const editor = useRoom(mayEdit);
  const problem = useIntake((state) => state.problems[kind]);
  const [sampling, setSampling] = useState(false);
  const disabled = !editor || full !== undefined;
  const take = (files: File[]) => void intake.take(kind, files);
  const drop = useDropImages(take, disabled);
  const inviting = useFilesOverPage() && !disabled;

  return (
    // Takes the focus where the button that had it is gone with its picture.
    <section
      aria-label={title}
      data-well={kind}
      tabIndex={-1}
      {...drop.handlers}
      className="flex flex-col gap-2 rounded-xl"
    >
      <div className="flex flex-wrap items-baseline gap-x-2">
        <h2 className="font-medium">{title}</h2>
        {empty && <p className="text-xs text-muted">{hint}</p>}
      </div>
      <div className="relative flex flex-col gap-2">
        {empty ? (
          <p className="flex aspect-[16/10] items-center justify-center rounded-xl border border-dashed border-edge/60 px-4 text-center text-[0.8125rem] text-muted">
            {t(editor ? 'images.drop' : 'images.none')}
          </p>
        ) : (
          children
        )}
        {/* While files are over the page, each place for them says what they would become there. */}
        {inviting && (
          <p
            className={cx(
              'pointer-events-none absolute inset-0 z-10 flex items-center justify-center rounded-xl border-2 border-dashed border-accent px-4 text-center font-medium',
              drop.over ? 'bg-accent-soft text-ink' : 'bg-panel/85 text-muted',
            )}
          >
            {t(text[kind].drop)}
          </p>
        )}
      </div>
      <UploadList kind={kind} />
      {problem && (
        <p role="alert" className="text-[0.8125rem] text-danger">
          {problemText(problem, t)}
        </p>
      )}
      {editor && (
        <div className="flex flex-wrap gap-2">
          <FileButton
            label={t(text[kind].input)}
            multiple={kind === 'style'}
            disabled={disabled}
            className="grow"
            onFiles={take}
          >
            <Plus aria-hidden />
            {t(empty ? 'images.choose' : kind === 'content' ? 'images.replace' : 'images.add')}
          </FileButton>
          <FileButton
            camera
            label={t(text[kind].camera)}
            disabled={disabled}
            className="hidden grow pointer-coarse:flex"
            onFiles={take}
          >
            <Camera aria-hidden />
            {t('images.camera')}
          </FileButton>
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
