import { i18n } from './i18n';
import type { Language } from './languages';

/** Translations of what the server says, by its English. */
export type Sentences = Readonly<Record<string, string>>;

interface Pattern {
  readonly form: RegExp;
  /** How much of it is fixed. */
  readonly letters: number;
  readonly translation: string;
}

const learned = new Map<Language, Sentences>();
const patterns = new WeakMap<Sentences, readonly Pattern[]>();

/** Makes ready for {@link fromServer}: what the server says is read after the page, and only where it is not English. */
export async function learnSentences(language: Language): Promise<void> {
  switch (language) {
    case 'en':
      return;
    case 'zh-Hans':
      learned.set(language, (await import('./messages/zh/server')).server);
  }
}

/**
 * A sentence of the server in the language of the page; as the server said it where that language has none for it. For the
 * browser, where the page has one language.
 */
export function fromServer(sentence: string): string {
  const sentences = learned.get(i18n.language as Language);
  return sentences ? translateSentence(sentence, sentences) : sentence;
}

/**
 * Translates a whole sentence by its English, with what was put into it: that may be a sentence of its own.
 * @param sentences translations by the English, with `{{0}}`, `{{1}}` … for what is put in
 */
export function translateSentence(sentence: string, sentences: Sentences): string {
  if (Object.hasOwn(sentences, sentence)) return sentences[sentence];
  for (const { form, translation } of patternsOf(sentences)) {
    const found = form.exec(sentence);
    if (found === null) continue;
    return translation.replace(/\{\{(\d)\}\}/g, (_, index: string) =>
      translateSentence(found[Number(index) + 1], sentences),
    );
  }
  return sentence;
}

/** Those with something put in, of which the most exact comes first. */
function patternsOf(sentences: Sentences): readonly Pattern[] {
  const known = patterns.get(sentences);
  if (known) return known;
  const made = Object.entries(sentences)
    .filter(([english]) => english.includes('{{'))
    .map(([english, translation]) => {
      const fixed = english.split(/\{\{\d\}\}/);
      const form = new RegExp(`^${fixed.map((part) => escaped(part)).join('(.+)')}$`, 's');
      return { form, letters: fixed.join('').length, translation };
    })
    .sort((a, b) => b.letters - a.letters);
  patterns.set(sentences, made);
  return made;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
