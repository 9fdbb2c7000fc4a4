import './globals.css';
import { GeistMono } from 'geist/font/mono';
import { GeistSans } from 'geist/font/sans';
import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { Providers } from './_components/providers';
import { i18n } from './_lib/i18n';
import { THEME_COOKIE, toTheme } from './_lib/theme';

export const metadata: Metadata = {
  title: { default: i18n.t('app.name'), template: `%s · ${i18n.t('app.name')}` },
  description: i18n.t('app.description'),
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

/** Reading the cookie makes every page dynamic, which the nonce of the content security policy needs as well. */
export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const theme = toTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <html
      lang="en"
      data-theme={theme}
      // The menu sets the theme on the element itself, without React.
      suppressHydrationWarning
      className={`${GeistSans.variable} ${GeistMono.variable}`}
    >
      <body>
        <Providers>{children}</Providers>
      </body>
    </html>
  );
}
