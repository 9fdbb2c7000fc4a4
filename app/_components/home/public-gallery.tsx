'use client';

import Link from 'next/link';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { galleryPagePath, type GalleryResult } from '../../../server/protocol/gallery';
import { problemText } from '../../_lib/page-problem';
import { roomName } from '../../_lib/room-name';
import { useGallery } from '../../_lib/use-gallery';
import { Button } from '../ui/button';

/** Height of a row of pictures, before it is stretched to the width. */
const ROW_REM = 12;
/** Wider or higher pictures are cut at their sides. */
const RATIO = { min: 0.6, max: 2.4 };

/** What owners have published, the latest first; nothing where nobody has. */
export function PublicGallery() {
  const { t } = useTranslation();
  const { results, next, loading, problem, more } = useGallery();
  const section = useRef<HTMLElement>(null);
  const shown = results.length > 0 || problem !== null;
  useEffect(() => {
    // The browser has looked for it when the page came, before there was anything.
    if (shown && location.hash === '#gallery' && window.scrollY === 0) section.current!.scrollIntoView();
  }, [shown]);
  if (!shown) return null;
  return (
    <section ref={section} id="gallery" className="flex flex-col gap-4" aria-labelledby="gallery-title">
      <div className="flex flex-col gap-0.5">
        <h2 id="gallery-title" className="text-lg font-semibold tracking-tight">
          {t('gallery.title')}
        </h2>
        <p className="text-muted">{t('gallery.lead')}</p>
      </div>
      {problem && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <p role="alert" className="text-danger">
            {problemText(problem, t)}
          </p>
          {next === null && (
            <Button size="small" disabled={loading} onClick={more}>
              {t(loading ? 'gallery.loading' : 'errors.retry')}
            </Button>
          )}
        </div>
      )}
      <ul className="flex flex-wrap gap-x-3 gap-y-5 after:grow-[100] after:content-['']">
        {results.map((result) => (
          <GalleryItem key={result.runId} result={result} />
        ))}
      </ul>
      {next !== null && (
        <Button className="self-center" disabled={loading} onClick={more}>
          {t(loading ? 'gallery.loading' : 'gallery.more')}
        </Button>
      )}
    </section>
  );
}

function GalleryItem({ result }: { readonly result: GalleryResult }) {
  const { t } = useTranslation();
  const { roomId, runId, title, width, height, picture } = result;
  const ratio = Math.min(RATIO.max, Math.max(RATIO.min, width / height));
  return (
    // In a row, pictures of one height: each grows as wide as it is.
    <li style={{ flex: `${ratio} 1 ${ratio * ROW_REM}rem` }} className="max-w-full min-w-0">
      <Link
        href={galleryPagePath(roomId, runId)}
        prefetch={false}
        className="group flex flex-col gap-1.5 rounded-xl"
      >
        <span
          style={{ aspectRatio: ratio }}
          className="overflow-hidden rounded-xl bg-wall ring-1 ring-line transition-shadow group-hover:ring-edge"
        >
          <img
            src={picture}
            alt=""
            loading="lazy"
            className="size-full object-cover transition-transform duration-500 group-hover:scale-[1.02]"
          />
        </span>
        <span className="truncate px-0.5 text-[0.8125rem] font-medium">{roomName(title, t)}</span>
      </Link>
    </li>
  );
}
