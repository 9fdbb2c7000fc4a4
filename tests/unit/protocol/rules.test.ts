import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const page = readFileSync(join(root, 'docs/protocol.md'), 'utf8');
const [held = '', open = ''] = page.split('## Not held yet');

/** A rule of the page and the files, below tests/, that it names. */
const rules = held
  .split(/^- /m)
  .slice(1)
  .map((text) => ({
    number: /^\*\*(R\d+)\*\*/.exec(text)?.[1] ?? text,
    files: [...text.matchAll(/`((?:unit|integration|contract|e2e|fuzz)\/[^`]+)`/g)].map(([, file]) => file!),
  }));
const openRules = [...open.matchAll(/^\| \*\*(R\d+)\*\*/gm)].map(([, number]) => number!);

const citedIn = (file: string) =>
  new Set(readFileSync(join(root, 'tests', file), 'utf8').match(/\bR\d+(?=(?:, R\d+)*:)/g));

describe('docs/protocol.md', () => {
  it('gives each number once', () => {
    const numbers = [...rules.map(({ number }) => number), ...openRules];
    expect(numbers.length).toBeGreaterThan(50);
    expect(numbers.filter((number, index) => numbers.indexOf(number) !== index)).toEqual([]);
  });

  it.each(rules)('$number is cited in the tests that it names', ({ number, files }) => {
    expect(files).not.toEqual([]);
    for (const file of files) expect([...citedIn(file)], file).toContain(number);
  });

  it('has every rule that a test cites', () => {
    const known = new Set([...rules.map(({ number }) => number), ...openRules]);
    const files = readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    );
    const unknown = files.flatMap((file) =>
      [...citedIn(file)].filter((number) => !known.has(number)).map((number) => `${number} in ${file}`),
    );
    expect(unknown).toEqual([]);
  });
});
