import { describe, expect, it } from 'vitest';
import { createI18n, i18n } from '../../../app/_lib/i18n';
import { en } from '../../../app/_lib/messages/en';
import { zh } from '../../../app/_lib/messages/zh';
import { shareCard } from '../../../app/_lib/share-card';
import type { RoomId, RunId } from '../../../server/protocol/ids';
import { readShare, writeShare, type Share } from '../../../server/protocol/share';

const roomId = 'room-00000001' as RoomId;
const runId = 'run-00000001' as RunId;
const origin = 'https://atelier.example';
const share: Share = {
  origin,
  published: { title: 'Der Schrei – 叫び', runId, width: 1200, height: 900, version: 'abc', painting: null },
};

describe('the card of a room', () => {
  it('R58: has the title and the picture that an owner has published', () => {
    const card = shareCard(roomId, share, i18n.t);
    const picture = {
      url: `/api/rooms/${roomId}/runs/${runId}/published.jpg?v=abc`,
      width: 1200,
      height: 900,
    };
    expect(card.title).toBe('Der Schrei – 叫び');
    expect(card.openGraph).toMatchObject({ title: 'Der Schrei – 叫び', images: [picture] });
    expect(card.twitter).toMatchObject({ card: 'summary_large_image', images: [picture] });
    expect(card.metadataBase).toEqual(new URL(origin));
  });

  it('R98: calls a room without a title so in the language of the reader', () => {
    const untitled: Share = { ...share, published: { ...share.published!, title: '' } };
    for (const [language, words, name] of [
      ['en', en, 'Untitled room'],
      ['zh-Hans', zh, '未命名的房间'],
    ] as const) {
      const card = shareCard(roomId, untitled, createI18n(language, words).t);
      expect([card.title, card.openGraph?.title, card.twitter?.title]).toEqual([name, name, name]);
    }
  });

  it.each([
    ['nothing is published', shareCard(roomId, { origin, published: null }, i18n.t)],
    ['nothing is known', shareCard(roomId, null, i18n.t)],
    ['the address is that of no room', shareCard(null, share, i18n.t)],
  ])('R58: has the name and the picture of the product where %s', (_when, card) => {
    expect(card.openGraph).toMatchObject({
      title: 'A room in Atelier',
      images: [{ url: '/share-card.jpg' }],
    });
    expect(JSON.stringify(card)).not.toMatch(/room-0|run-0|Schrei/);
  });

  it('is never to be found by searching', () => {
    expect(shareCard(roomId, share, i18n.t).robots).toEqual({ index: false });
  });
});

describe('what the server tells a page about itself', () => {
  it('comes back as it was written, in letters that a header takes', () => {
    expect(writeShare(share)).toMatch(/^[\x21-\x7e]+$/);
    expect(readShare(writeShare(share))).toEqual(share);
  });

  it.each([null, '', '%', 'x', '%7B%7D', writeShare({ ...share, origin: 'no address' })])(
    '%s is nothing',
    (header) => {
      expect(readShare(header)).toBeNull();
    },
  );
});
