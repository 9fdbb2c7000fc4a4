import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { problemIn } from '../../../app/_lib/api';
import { learnSentences } from '../../../app/_lib/from-server';
import { i18n, loadMessages, showLanguage } from '../../../app/_lib/i18n';
import { createIntake } from '../../../app/_lib/intake';
import type { Language } from '../../../app/_lib/languages';
import { ownProblem, problemText, type PageProblem } from '../../../app/_lib/page-problem';
import { createRoomStore } from '../../../app/_lib/room-store';
import { createSettingsEditor } from '../../../app/_lib/settings-editor';
import { reportProblem, toastQueue } from '../../../app/_lib/toast-queue';
import type { ImageInfo } from '../../../server/protocol/images';
import { imageId, makeWelcome, roomId } from './room-fixtures';

const image: ImageInfo = { id: imageId, name: 'cat.png', width: 64, height: 48, bytes: 1, mime: 'image/png' };

async function show(language: Language): Promise<void> {
  await learnSentences(language);
  await showLanguage(language, await loadMessages(language));
}

/** What is shown of a problem before and after the language was changed, and once it was changed back. */
async function texts(problem: PageProblem): Promise<string[]> {
  const shown = [problemText(problem, i18n.t)];
  for (const language of ['zh-Hans', 'en'] as const) {
    await show(language);
    shown.push(problemText(problem, i18n.t));
  }
  return shown;
}

beforeEach(() => void vi.stubGlobal('document', { documentElement: {} }));
afterEach(async () => {
  await show('en');
  vi.unstubAllGlobals();
});

describe('a problem that is on the screen while the language is changed', () => {
  it('is told in the new one where the server has said it', async () => {
    const [english, chinese] = [
      'The request is not valid. Nothing was changed.',
      '请求无效。没有作任何更改。',
    ];
    const problem = problemIn({ problem: { code: 'invalid', message: english } }, 400);
    expect(await texts(problem)).toEqual([english, chinese, english]);
  });

  it('is told in the new one where the page has found it, with what is put in', async () => {
    const [english, chinese, again] = await texts(problemIn(null, 502));
    expect(english).toBe('The server could not do this (status 502). Please try again.');
    expect(chinese).toMatch(/\p{Script=Han}.*502/u);
    expect(again).toBe(english);
  });

  it('is told in the new one also where it came about in another than the first', async () => {
    await show('zh-Hans');
    const problem = ownProblem('unavailable', { key: 'errors.unreachable' });
    expect(problemText(problem, i18n.t)).toMatch(/\p{Script=Han}/u);
    await show('en');
    expect(problemText(problem, i18n.t)).toBe(
      'The server cannot be reached. Check your network, then try again.',
    );
  });

  it('is told in the new one beside the pictures that were refused', async () => {
    const refuse = () =>
      Promise.resolve({
        ok: false as const,
        problem: { code: 'invalid' as const, message: 'The request is not valid. Nothing was changed.' },
      });
    const intake = createIntake(roomId, refuse, () => Promise.resolve(null));
    await intake.take('content', [new File(['x'], 'notes.txt', { type: 'text/plain' })]);
    expect(await texts(intake.store.getState().problems.content!)).toEqual([
      'This is not a picture. JPEG, PNG, WebP and AVIF work.',
      '这不是图像。支持 JPEG、PNG、WebP 和 AVIF。',
      'This is not a picture. JPEG, PNG, WebP and AVIF work.',
    ]);
    await intake.putInUse('style', image, null);
    expect((await texts(intake.store.getState().problems.style!))[1]).toBe('请求无效。没有作任何更改。');
  });

  it('is told in the new one at the setting that was out of bounds, by its name', async () => {
    const store = createRoomStore();
    store.dispatch({ type: 'welcome', welcome: makeWelcome() });
    const editor = createSettingsEditor(
      store,
      () => Promise.resolve({ ok: true, revision: 1 }),
      reportProblem,
    );
    editor.change({ size: 5000 });
    expect(await texts(store.getState().fieldProblems.size!)).toEqual([
      'size: must be a whole number from 64 to 2048',
      '尺寸: 须为 64 到 2048 的整数',
      'size: must be a whole number from 64 to 2048',
    ]);
  });

  it('is told in the new one in the corner', async () => {
    reportProblem({ code: 'invalid', message: 'The request is not valid. Nothing was changed.' });
    const [toast] = toastQueue.take();
    if (toast?.kind !== 'problem') throw new Error('no problem');
    expect((await texts(toast.problem))[1]).toBe('请求无效。没有作任何更改。');
  });
});
