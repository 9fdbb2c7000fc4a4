'use client';

import { useTranslation } from 'react-i18next';
import { MAX_STYLE_IMAGES } from '../../../server/protocol/limits';
import { useRoom } from '../../_lib/studio-context';
import { FieldProblem } from '../setup/field-problem';
import { BlendSlider } from './blend-slider';
import { PictureCard } from './picture-card';
import { Well } from './well';

export function StyleWell() {
  const { t } = useTranslation();
  const styles = useRoom((state) => state.room?.setup.styles);
  if (!styles) return null;
  const full = styles.length >= MAX_STYLE_IMAGES ? t('images.full', { max: MAX_STYLE_IMAGES }) : undefined;
  return (
    <Well
      kind="style"
      title={t('images.style')}
      hint={t('images.styleHint')}
      empty={styles.length === 0}
      full={full}
    >
      {styles.map((picture) => (
        <div key={picture.imageId} className="flex flex-col gap-1.5">
          <PictureCard kind="style" picture={picture} small={styles.length > 1} />
          {styles.length > 1 && <BlendSlider imageId={picture.imageId} among={styles} />}
        </div>
      ))}
      {styles.length > 1 && <FieldProblem field="styleBlend" />}
    </Well>
  );
}
