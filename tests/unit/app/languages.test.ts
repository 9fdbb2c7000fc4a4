import { describe, expect, it } from 'vitest';
import { formatList } from '../../../app/_lib/format';
import { createI18n, loadMessages } from '../../../app/_lib/i18n';
import { languages, toLanguage, type Language } from '../../../app/_lib/languages';
import { en } from '../../../app/_lib/messages/en';
import { zh } from '../../../app/_lib/messages/zh';

/** Every text by its whole key, with a plural's forms under one key. */
function textsOf(place: object, path = ''): Map<string, string[]> {
  const texts = new Map<string, string[]>();
  for (const [key, value] of Object.entries(place)) {
    const whole = `${path}${key}`;
    if (typeof value === 'string') {
      const base = whole.replace(/_(one|other)$/, '');
      texts.set(base, [...(texts.get(base) ?? []), value]);
    } else {
      for (const [inner, forms] of textsOf(value as object, `${whole}.`)) texts.set(inner, forms);
    }
  }
  return texts;
}

const placeholders = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g))].sort();

describe('the words of both languages', () => {
  const [english, chinese] = [textsOf(en), textsOf(zh)];

  it('have the same keys', () => {
    expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('put in the same things', () => {
    for (const [key, forms] of english) {
      const put = placeholders(forms.join(' '));
      for (const form of chinese.get(key) ?? []) expect(placeholders(form), key).toEqual(put);
    }
  });

  it('are never empty', () => {
    for (const [key, forms] of [...english, ...chinese]) {
      for (const form of forms) expect(form.trim(), key).not.toBe('');
    }
  });

  it('follow the plural rules of their language', async () => {
    const count = async (language: Language, count: number) =>
      createI18n(language, await loadMessages(language)).t('people.count', { count });
    expect(await count('en', 1)).toBe('1 person here');
    expect(await count('en', 2)).toBe('2 people here');
    expect(await count('zh-Hans', 1)).toBe('1 人在场');
    expect(await count('zh-Hans', 2)).toBe('2 人在场');
  });

  it('do not mix where two readers are answered at the same time', async () => {
    const [one, other] = [createI18n('en', en), createI18n('zh-Hans', zh)];
    expect([one.t('theme.label'), other.t('theme.label'), one.t('theme.label')]).toEqual([
      'Theme',
      '主题',
      'Theme',
    ]);
  });

  it.each(languages)(
    'join a list as a reader of %s does, whatever the language of the page',
    async (language) => {
      const items = ['block1_conv1 × 1', 'block2_conv1 × 0.5'];
      const { t } = createI18n(language, await loadMessages(language));
      const format = new Intl.ListFormat(language, { type: 'conjunction', style: 'narrow' });
      expect(formatList(items, t)).toBe(format.format(items));
    },
  );
});

describe('the language for a reader', () => {
  it('is the chosen one, whatever the browser asks for', () => {
    expect(toLanguage('en', 'zh-CN,zh;q=0.9')).toBe('en');
    expect(toLanguage('zh-Hans', 'en')).toBe('zh-Hans');
  });

  it.each([
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-Hans'],
    ['zh', 'zh-Hans'],
    ['ZH-hans-cn', 'zh-Hans'],
    ['zh-TW', 'zh-Hans'],
    ['en-GB,en;q=0.9,zh-CN;q=0.8', 'en'],
    ['de-DE,de;q=0.9,zh-CN;q=0.8,en;q=0.7', 'zh-Hans'],
    ['en;q=0.5, zh;q=0.9', 'zh-Hans'],
    ['zh;q=0, en', 'en'],
    ['fr', 'en'],
    ['*', 'en'],
    ['', 'en'],
    [';;q=,', 'en'],
    [null, 'en'],
  ])('of a browser that asks for %j is %s', (accepted, language) => {
    expect(toLanguage(undefined, accepted)).toBe(language);
  });

  it('is no language that there is not, whatever the cookie says', () => {
    expect(toLanguage('__proto__', null)).toBe('en');
    expect(toLanguage('fr', 'zh')).toBe('zh-Hans');
  });
});
