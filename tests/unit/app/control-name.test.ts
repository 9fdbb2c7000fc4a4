import { describe, expect, it } from 'vitest';
import { controlName } from '../../../app/_lib/control-name';
import { i18n } from '../../../app/_lib/i18n';
import { runIdSchema } from '../../../server/protocol/ids';
import { runId } from './room-fixtures';

describe('the buttons of the run that is going', () => {
  const first = { id: runId, number: 1 };
  const third = { id: runIdSchema.parse('run-00003'), number: 3 };

  it('say which run they act on where another is on the stage', () => {
    expect(controlName('stop', third, first, i18n.t)).toBe('Stop run 3');
    expect(controlName('pause', third, first, i18n.t)).toBe('Pause run 3');
    expect(controlName('resume', third, first, i18n.t)).toBe('Resume run 3');
  });

  it('are plain where it is the one that is seen', () => {
    expect(controlName('stop', third, third, i18n.t)).toBe('Stop');
    expect(controlName('pause', third, third, i18n.t)).toBe('Pause');
    expect(controlName('resume', third, third, i18n.t)).toBe('Resume');
  });
});
