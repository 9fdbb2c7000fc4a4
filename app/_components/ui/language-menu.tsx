'use client';

import { Menu } from '@base-ui/react/menu';
import { Check, Languages } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { learnSentences } from '../../_lib/from-server';
import { loadMessages, showLanguage } from '../../_lib/i18n';
import { languageNames, languages, rememberLanguage, type Language } from '../../_lib/languages';
import { buttonClass } from './button';
import { menuItemClass, menuPopupClass } from './menu-style';
import { reportProblem } from '../../_lib/toast-queue';

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
      reportProblem({ code: 'unavailable', message: t('language.failed') });
    }
  };
  return (
    <Menu.Root>
      <Menu.Trigger aria-label={t('language.label')} className={buttonClass('quiet', 'small', 'w-8 px-0!')}>
        <Languages aria-hidden />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner align="end" sideOffset={6} className="z-30">
          <Menu.Popup className={menuPopupClass}>
            <Menu.RadioGroup
              value={i18n.language}
              onValueChange={(language: Language) => void choose(language)}
            >
              {languages.map((language) => (
                <Menu.RadioItem key={language} value={language} closeOnClick className={menuItemClass}>
                  <span lang={language} className="grow">
                    {languageNames[language]}
                  </span>
                  <Menu.RadioItemIndicator>
                    <Check aria-hidden className="size-4 text-accent" />
                  </Menu.RadioItemIndicator>
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
