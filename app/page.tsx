import { cookies } from 'next/headers';
import { CreateRoom } from './_components/home/create-room';
import { NetworkNote } from './_components/home/network-note';
import { PublicGallery } from './_components/home/public-gallery';
import { RecentRooms } from './_components/home/recent-rooms';
import { SampleStrip } from './_components/home/sample-strip';
import { PageHead } from './_components/ui/page-head';
import { ServerWords } from './_components/ui/server-words';
import { readerI18n, readerLanguage } from './_lib/reader';
import { THEME_COOKIE, toTheme } from './_lib/theme';

const steps = ['one', 'two', 'three'] as const;

export default async function HomePage() {
  const theme = toTheme((await cookies()).get(THEME_COOKIE)?.value);
  const { t } = await readerI18n();
  return (
    <div className="mx-auto flex min-h-dvh max-w-6xl flex-col gap-16 px-5 pb-16 sm:px-8">
      <ServerWords language={await readerLanguage()} />
      <PageHead theme={theme} className="py-4" />
      <main className="flex flex-col gap-16">
        <section className="grid items-center gap-10 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)] lg:gap-14">
          <div className="flex flex-col items-start gap-6">
            <h1 className="text-4xl leading-[1.05] font-semibold tracking-[-0.035em] text-balance sm:text-6xl">
              {t('home.headline')}
            </h1>
            <p className="max-w-prose text-base text-muted sm:text-lg">{t('home.lead')}</p>
            <div className="flex flex-col gap-3">
              <CreateRoom />
              <NetworkNote />
            </div>
          </div>
          <SampleStrip />
        </section>
        <RecentRooms />
        <PublicGallery />
        <section aria-label={t('home.howTitle')}>
          <ol className="grid gap-8 border-t border-line pt-8 sm:grid-cols-3">
            {steps.map((step, index) => (
              <li key={step} className="flex flex-col gap-1.5">
                <span className="font-mono text-xs text-muted">{index + 1}</span>
                <h2 className="font-medium">{t(`home.how.${step}.title`)}</h2>
                <p className="text-muted">{t(`home.how.${step}.text`)}</p>
              </li>
            ))}
          </ol>
        </section>
      </main>
    </div>
  );
}
