import { describe, expect, it } from 'vitest';
import { translateSentence } from '../../../app/_lib/from-server';
import { server as chinese } from '../../../app/_lib/messages/zh/server';
import { serverWords } from '../../support/server-sentences';

const { sentences, texts } = serverWords();

describe('what the server says, in Chinese', () => {
  it('is all there: every sentence in the source of the server has a translation', () => {
    expect([...sentences].filter((sentence) => !(sentence in chinese))).toEqual([]);
  });

  it('holds nothing that the server does not say any more', () => {
    expect(Object.keys(chinese).filter((english) => !texts.has(english))).toEqual([]);
  });

  it.each(Object.entries(chinese))('%s: puts in what the English puts in', (english, translation) => {
    const put = (text: string) => new Set(text.match(/\{\{\d\}\}/g));
    expect(put(translation)).toEqual(put(english));
  });

  it('has the number where it belongs', () => {
    expect(translateSentence('A name has 1 to 40 characters.', chinese)).toBe('名字须为 1 到 40 个字符。');
  });

  it('translates a sentence within a sentence', () => {
    const said =
      '87 % of what changes the picture pulls it towards the photograph, so the style hardly shows. ' +
      'Raise the style weight to 2.';
    expect(translateSentence(said, chinese)).toBe(
      '图像变化的 87 % 都在把它拉向内容图像，风格几乎显不出来。请将风格权重提高到 2。',
    );
  });

  it('translates several sentences in a row, each for itself', () => {
    const said =
      'This is a HEIC file. Atelier takes JPEG, PNG, WebP and AVIF. ' +
      'Open the picture in another program and export it as JPEG or PNG.';
    expect(translateSentence(said, chinese)).toBe(
      '这是 HEIC 文件。Atelier 支持 JPEG、PNG、WebP 和 AVIF。请用其他程序打开图像，导出为 JPEG 或 PNG。',
    );
  });

  it('takes the most exact of the forms that fit', () => {
    expect(translateSentence('The request is not valid. Nothing was changed.', chinese)).toBe(
      '请求无效。没有作任何更改。',
    );
    expect(translateSentence('size: too big. Nothing was changed.', chinese)).toBe(
      'size：too big。没有作任何更改。',
    );
  });

  it('leaves what it does not know as the server said it', () => {
    expect(translateSentence('Something quite new', chinese)).toBe('Something quite new');
    expect(translateSentence('toString', chinese)).toBe('toString');
  });
});
