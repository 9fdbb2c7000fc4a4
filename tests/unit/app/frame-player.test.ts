import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FramePlayer } from '../../../app/_lib/frame-player';
import { loadBitmap } from '../../../app/_lib/stage-bitmap';
import type { Frame } from '../../../server/protocol/events';
import { makeRun } from './room-fixtures';

/** Decodes when it is told to, and counts what is not closed. */
class Decoder {
  open = 0;
  readonly waiting: (() => void)[] = [];
  readonly decode = () =>
    new Promise<ImageBitmap>((resolve) => {
      this.waiting.push(() => {
        this.open++;
        resolve({ close: () => void this.open-- } as ImageBitmap);
      });
    });
}

const frameAt = (iteration: number): Frame =>
  ({ runId: makeRun().id, iteration, mime: 'image/jpeg' }) as Frame;
const bytes = new ArrayBuffer(1);

let decoder: Decoder;
beforeEach(() => {
  decoder = new Decoder();
  vi.stubGlobal('createImageBitmap', decoder.decode);
});
afterEach(() => vi.unstubAllGlobals());

describe('the player of frames', () => {
  it('keeps one decoded frame, however many come', async () => {
    const player = new FramePlayer();
    for (let iteration = 1; iteration <= 50; iteration++) {
      const shown = player.show(frameAt(iteration), bytes);
      decoder.waiting.shift()!();
      await shown;
      expect(decoder.open).toBe(1);
    }
    player.dispose();
    expect(decoder.open).toBe(0);
  });

  it('paints nothing that was overtaken, and frees it', async () => {
    const player = new FramePlayer();
    const painted: number[] = [];
    player.subscribe(({ frame }) => painted.push(frame.iteration));
    const both = [player.show(frameAt(1), bytes), player.show(frameAt(2), bytes)];
    decoder.waiting[1]!();
    decoder.waiting[0]!();
    expect(await Promise.all(both)).toEqual([false, true]);
    expect(painted).toEqual([2]);
    expect(decoder.open).toBe(1);
  });

  it('frees a frame that is decoded after the page was left', async () => {
    const player = new FramePlayer();
    const shown = player.show(frameAt(1), bytes);
    player.dispose();
    decoder.waiting[0]!();
    await shown;
    expect(decoder.open).toBe(0);
    expect(player.latest).toBeNull();
  });

  it('frees the frame before also where one cannot be painted', async () => {
    const player = new FramePlayer();
    const first = player.show(frameAt(1), bytes);
    decoder.waiting[0]!();
    await first;
    player.subscribe(({ frame }) => {
      if (frame.iteration === 2) throw new Error('no canvas');
    });
    const second = player.show(frameAt(2), bytes);
    decoder.waiting[1]!();
    await expect(second).rejects.toThrow('no canvas');
    expect(decoder.open).toBe(1);
  });
});

describe('a picture that is loaded', () => {
  it('is freed where it is not wanted any more once it is decoded', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('picture')));
    const leaving = new AbortController();
    const loading = loadBitmap('/picture', leaving.signal);
    await vi.waitFor(() => expect(decoder.waiting).toHaveLength(1));
    leaving.abort();
    decoder.waiting[0]!();
    await expect(loading).rejects.toThrow('aborted');
    expect(decoder.open).toBe(0);
  });

  it('says what the server answered where it is not there', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('', { status: 404 })));
    await expect(loadBitmap('/picture', new AbortController().signal)).rejects.toThrow('404');
    expect(decoder.open).toBe(0);
  });
});
