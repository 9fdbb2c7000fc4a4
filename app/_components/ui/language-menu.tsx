'use client';

import { Languages } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { learnSentences } from '../../_lib/from-server';
import { loadMessages, showLanguage } from '../../_lib/i18n';
import { languageNames, languages, rememberLanguage, type Language } from '../../_lib/languages';
import { ownProblem } from '../../_lib/page-problem';
import { reportProblem } from '../../_lib/toast-queue';
import { ChoiceMenu } from './choice-menu';

/** Changes the words of the page where it stands: nobody leaves a room for it. */
export function LanguageMenu() {
  const { t, i18n } = useTranslation();
  const choose = async (language: Language) => {
    try {
      const [messages] = await Promise.all([loadMessages(language), learnSentences(language)]);
      // First the cookie: what the server says of the page is asked for again as soon as its words change.
      rememberLanguage(language);
      await showLanguage(language, messages);
    } catch (error) {
      console.error(error);
      reportProblem(ownProblem('unavailable', { key: 'language.failed' }));
    }
  };
  return (
    <ChoiceMenu
      label={t('language.label')}
      icon={Languages}
      value={i18n.language}
      choices={languages.map((language) => ({
        value: language,
        name: languageNames[language],
        lang: language,
      }))}
      onChoose={(language: Language) => void choose(language)}
    />
  );
}
