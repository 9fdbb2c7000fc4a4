import { expect, it } from 'vitest';
import { i18n } from '../../../app/_lib/i18n';
import { runInSentence, runTitle } from '../../../app/_lib/run-title';

it('a run is called by its name, and by its number where it has none', () => {
  expect(runTitle({ name: null, number: 3 }, i18n.t)).toBe('Run 3');
  expect(runTitle({ name: 'Blue hour', number: 3 }, i18n.t)).toBe('Blue hour');
});

it('within a sentence a name stands in quotation marks', () => {
  expect(runInSentence({ name: null, number: 3 }, i18n.t)).toBe('run 3');
  expect(runInSentence({ name: 'Blue hour', number: 3 }, i18n.t)).toBe('“Blue hour”');
});
