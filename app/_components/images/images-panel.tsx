'use client';

import { useTranslation } from 'react-i18next';
import { activeRun, mayEdit } from '../../_lib/room-selectors';
import { useIntake, useRoom } from '../../_lib/studio-context';
import { ContentWell } from './content-well';
import { StyleWell } from './style-well';
import { useLoosePictures } from './use-loose-pictures';
import { onDemand } from '../ui/on-demand';

const CropDialog = onDemand(() => import('./crop-dialog').then((module) => module.CropDialog));
const RestoreDialog = onDemand(() =>
  import('../restore/restore-dialog').then((module) => module.RestoreDialog),
);

export function ImagesPanel() {
  const { t } = useTranslation();
  const running = useRoom((state) => mayEdit(state) && activeRun(state) !== undefined);
  const cropping = useIntake((state) => state.croppings[0]);
  const restoring = useIntake((state) => state.restorings[0]);
  useLoosePictures();
  return (
    <div className="flex flex-col gap-6 p-4">
      <ContentWell />
      <StyleWell />
      {running && <p className="text-xs text-muted">{t('images.nextRun')}</p>}
      {restoring && <RestoreDialog key={restoring.id} restoring={restoring} />}
      {cropping && <CropDialog key={cropping.id} cropping={cropping} />}
    </div>
  );
}
