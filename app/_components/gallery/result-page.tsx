'use client';

import Link from 'next/link';
import { useTranslation } from 'react-i18next';
import { publishedPath } from '../../../server/protocol/http';
import type { RoomId } from '../../../server/protocol/ids';
import type { Share } from '../../../server/protocol/share';
import { paintingLines, paintingSentence } from '../../_lib/painting-words';
import { roomName } from '../../_lib/room-name';
import type { Theme } from '../../_lib/theme';
import { CreateRoom } from '../home/create-room';
import { PageHead } from '../ui/page-head';

interface ResultPageProps {
  readonly roomId: RoomId;
  readonly published: NonNullable<Share['published']>;
  readonly theme: Theme;
}

/** A published result, for anybody: the picture, what its room is called, and how it was painted. */
export function ResultPage({ roomId, published, theme }: ResultPageProps) {
  const { t } = useTranslation();
  const title = roomName(published.title, t);
  const { runId, width, height, version, painting } = published;
  return (
    <div className="flex min-h-dvh flex-col lg:h-dvh lg:min-h-[34rem]">
      <PageHead theme={theme} className="border-b border-line px-4 py-2" />
      <main className="flex grow flex-col lg:grid lg:min-h-0 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-h-0 items-center justify-center bg-wall p-4 sm:p-8">
          <img
            src={`${publishedPath(roomId, runId)}?v=${version}`}
            alt={t('gallery.picture', { title })}
            width={width}
            height={height}
            // As large as there is room for, also a small one: it is what one came for.
            className="h-auto max-h-[80dvh] w-full object-contain lg:h-full lg:max-h-none"
          />
        </div>
        <section className="flex flex-col gap-8 border-t border-line bg-panel p-6 lg:overflow-y-auto lg:border-t-0 lg:border-l">
          <div className="flex flex-col gap-1.5">
            <p className="text-[0.8125rem] text-muted">{t('gallery.made')}</p>
            <h1 className="text-2xl font-semibold tracking-tight text-balance wrap-anywhere">{title}</h1>
          </div>
          {painting && (
            <div className="flex flex-col gap-3">
              <h2 className="font-medium">{t('gallery.how')}</h2>
              <p className="text-muted">{paintingSentence(painting, t)}</p>
              <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-[0.8125rem]">
                <dt className="text-muted">{t('gallery.size')}</dt>
                <dd className="tabular-nums">{t('gallery.pixels', painting.picture)}</dd>
                {paintingLines(painting, t).map(({ name, value }) => (
                  <div key={name} className="contents">
                    <dt className="text-muted first-letter:uppercase">{name}</dt>
                    <dd className="min-w-0 wrap-anywhere">{value}</dd>
                  </div>
                ))}
              </dl>
            </div>
          )}
          <div className="flex flex-col gap-4 border-t border-line pt-6">
            <p className="text-muted">{t('gallery.madeText')}</p>
            <CreateRoom />
            <Link
              href="/#gallery"
              className="self-start rounded-sm text-[0.8125rem] text-accent underline underline-offset-2"
            >
              {t('gallery.toGallery')}
            </Link>
          </div>
        </section>
      </main>
    </div>
  );
}
