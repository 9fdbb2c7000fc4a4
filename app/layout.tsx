import './globals.css';
import { GeistMono } from 'geist/font/mono';
import { GeistSans } from 'geist/font/sans';
import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { Providers } from './_components/providers';
import { loadMessages } from './_lib/i18n';
import { readerI18n, readerLanguage } from './_lib/reader';
import { THEME_COOKIE, toTheme } from './_lib/theme';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await readerI18n();
  return {
    title: { default: t('app.name'), template: `%s · ${t('app.name')}` },
    description: t('app.description'),
  };
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

/** Reading the cookie makes every page dynamic, which the nonce of the content security policy needs as well. */
export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const theme = toTheme((await cookies()).get(THEME_COOKIE)?.value);
  const language = await readerLanguage();
  return (
    <html
      lang={language}
      data-theme={theme}
      // The menus set theme and language on the element itself, without React.
      suppressHydrationWarning
      className={`${GeistSans.variable} ${GeistMono.variable}`}
    >
      <body>
        <Providers language={language} messages={await loadMessages(language)}>
          {children}
        </Providers>
      </body>
    </html>
  );
}
