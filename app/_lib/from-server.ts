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

/** Where i18next keeps them: components that show any are told when they come. */
const NAMESPACE = 'server';
const patterns = new WeakMap<Sentences, readonly Pattern[]>();

/** Makes ready for {@link fromServer}: what the server says is read after the page, and only where it is not English. */
export async function learnSentences(language: Language): Promise<void> {
  switch (language) {
    case 'en':
      return;
    case 'zh-Hans':
      i18n.addResourceBundle(language, NAMESPACE, (await import('./messages/zh/server')).server);
  }
}

/**
 * A sentence of the server in the language of the page; as the server said it where that language has none for it. For the
 * browser, where the page has one language.
 */
export function fromServer(sentence: string): string {
  const sentences = i18n.getResourceBundle(i18n.language, NAMESPACE) as Sentences | undefined;
  return sentences ? translateSentence(sentence, sentences) : sentence;
}

/**
 * Translates what the server says by its English, with what was put into it: that may be a sentence of its own. Of several
 * sentences in a row each is translated for itself where they are not known as a whole.
 * @param sentences translations by the English, with `{{0}}`, `{{1}}` … for what is put in
 */
export function translateSentence(said: string, sentences: Sentences): string {
  const whole = known(said, sentences);
  if (whole !== null) return whole;
  const end = said.search(/\. \p{Lu}/u);
  if (end < 0) return said;
  const [first, rest] = [said.slice(0, end), translateSentence(said.slice(end + 2), sentences)];
  const translation = known(`${first}.`, sentences);
  if (translation !== null) return translation + rest;
  const unended = known(first, sentences);
  return unended === null ? `${first}. ${rest}` : `${unended}。${rest}`;
}

function known(sentence: string, sentences: Sentences): string | null {
  if (Object.hasOwn(sentences, sentence)) return sentences[sentence];
  for (const { form, translation } of patternsOf(sentences)) {
    const found = form.exec(sentence);
    if (found === null) continue;
    return translation.replace(/\{\{(\d)\}\}/g, (_, index: string) =>
      translateSentence(found[Number(index) + 1], sentences),
    );
  }
  return null;
}

/** Those with something put in, of which the most exact comes first. */
function patternsOf(sentences: Sentences): readonly Pattern[] {
  const ready = patterns.get(sentences);
  if (ready) return ready;
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
