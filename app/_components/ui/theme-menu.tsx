'use client';

import { Contrast } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { applyTheme, themes, type Theme } from '../../_lib/theme';
import { ChoiceMenu } from './choice-menu';

export function ThemeMenu({ initial }: { readonly initial: Theme }) {
  const { t } = useTranslation();
  const [theme, setTheme] = useState(initial);
  const choose = (next: Theme) => {
    setTheme(next);
    applyTheme(next);
  };
  return (
    <ChoiceMenu
      label={t('theme.label')}
      icon={Contrast}
      value={theme}
      choices={themes.map((name) => ({ value: name, name: t(`theme.${name}`) }))}
      onChoose={choose}
    />
  );
}
