'use client';

import { useTranslation } from 'react-i18next';
import type { ImageKind } from '../../_lib/intake';
import { useIntake } from '../../_lib/studio-context';

/** The pictures that are on their way into a well. */
export function UploadList({ kind }: { readonly kind: ImageKind }) {
  const { t } = useTranslation();
  const uploads = useIntake((state) => state.uploads);
  return uploads
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
    ));
}
