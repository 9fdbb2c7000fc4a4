'use client';

import { useTranslation } from 'react-i18next';
import { MAX_STYLE_IMAGES } from '../../../server/protocol/limits';
import { useRoom } from '../../_lib/studio-context';
import { FieldProblem } from '../setup/field-problem';
import { later } from '../ui/later';
import { PictureCard } from './picture-card';
import { StyleList } from './style-list';
import { Well } from './well';

const BlendBar = later(() => import('./blend-bar').then((module) => module.BlendBar));

export function StyleWell() {
  const { t } = useTranslation();
  const styles = useRoom((state) => state.room?.setup.styles);
  if (!styles) return null;
  const full = styles.length >= MAX_STYLE_IMAGES ? t('images.full', { max: MAX_STYLE_IMAGES }) : undefined;
  const [only] = styles;
  return (
    <Well
      kind="style"
      title={t('images.style')}
      hint={t('images.styleHint')}
      empty={styles.length === 0}
      full={full}
    >
      {styles.length === 1 && only && <PictureCard kind="style" picture={only} />}
      {styles.length > 1 && (
        <>
          <BlendBar styles={styles} />
          <FieldProblem field="styleBlend" />
          <StyleList styles={styles} />
        </>
      )}
    </Well>
  );
}
