import { describe, expect, it } from 'vitest';
import { commandRequestSchema, commandRoles, commandSchema } from '../../../server/protocol/commands';
import { MAX_MESSAGE_LENGTH, MAX_RUN_NAME_LENGTH, MAX_TITLE_LENGTH } from '../../../server/protocol/limits';
import { attentionSchema } from '../../../server/protocol/presence';
import { sinceSchema } from '../../../server/protocol/sync';

const runId = 'run-00000001';
const memberId = 'member-0001';
const moment = { runId, iteration: 12 };
const id = 'command-0001';

const wellFormed = [
  { type: 'member:role', memberId, role: 'owner' },
  { type: 'member:remove', memberId },
  { type: 'member:ban', memberId },
  { type: 'member:unban', memberId },
  { type: 'room:rename', title: 'x'.repeat(MAX_TITLE_LENGTH) },
  { type: 'room:lock', locked: true },
  { type: 'room:delete' },
  { type: 'links:rotate', link: 'recovery' },
  { type: 'settings:undo', activity: 1 },
  { type: 'run:fork', from: moment, iterations: 1 },
  { type: 'run:rename', runId, name: 'x'.repeat(MAX_RUN_NAME_LENGTH) },
  { type: 'run:rename', runId, name: null },
  { type: 'run:favourite', runId, favourite: true },
  { type: 'run:publish', runId, published: false },
  { type: 'message:post', text: 'x'.repeat(MAX_MESSAGE_LENGTH), moment: null },
  { type: 'message:post', text: '看这里', moment },
  { type: 'message:delete', number: 9 },
  { type: 'reaction:set', emoji: '❤️', moment, on: false },
] as const;

describe('commands', () => {
  it.each(wellFormed)('R80: $type is taken as it is', (command) => {
    expect(commandRequestSchema.parse({ id, command })).toEqual({ id, command });
  });

  it.each(wellFormed)('R80: $type is refused with a field that it does not have', (command) => {
    expect(commandSchema.safeParse({ ...command, nonsense: 1 }).success).toBe(false);
  });

  it.each([
    ['a role that there is not', { type: 'member:role', memberId, role: 'admin' }],
    ['a title of blanks', { type: 'room:rename', title: '   ' }],
    ['a title that is too long', { type: 'room:rename', title: 'x'.repeat(MAX_TITLE_LENGTH + 1) }],
    ['a name of blanks for a run', { type: 'run:rename', runId, name: ' ' }],
    [
      'a name of a run that is too long',
      { type: 'run:rename', runId, name: 'x'.repeat(MAX_RUN_NAME_LENGTH + 1) },
    ],
    ['a link that there is not', { type: 'links:rotate', link: 'owner' }],
    ['a message of blanks', { type: 'message:post', text: '\n ', moment: null }],
    [
      'a message that is too long',
      { type: 'message:post', text: 'x'.repeat(MAX_MESSAGE_LENGTH + 1), moment: null },
    ],
    ['another emoji', { type: 'reaction:set', emoji: '🦄', moment, on: true }],
    ['markup for an emoji', { type: 'reaction:set', emoji: '<b>', moment, on: true }],
    ['a fork without iterations', { type: 'run:fork', from: moment, iterations: 0 }],
    ['a fork from before the beginning', { type: 'run:fork', from: { runId, iteration: -1 }, iterations: 1 }],
    ['a number of no activity', { type: 'settings:undo', activity: 0 }],
  ])('R80: %s is refused', (_what, command) => {
    expect(commandSchema.safeParse(command).success).toBe(false);
  });

  it.each([[undefined], [''], ['short'], ['x'.repeat(33)], ['has blanks in it'], [7]])(
    'R80: a request with the id %j is refused',
    (wrong) => {
      expect(commandRequestSchema.safeParse({ id: wrong, command: { type: 'run:start' } }).success).toBe(
        false,
      );
    },
  );

  it('R10: each has its roles, and owners may give every one', () => {
    const types = commandSchema.def.options.map(({ shape }) => shape.type.def.values[0]);
    expect(Object.keys(commandRoles).toSorted()).toEqual(types.toSorted());
    for (const roles of Object.values(commandRoles)) expect(roles).toContain('owner');
  });
});

describe('what a client says of itself', () => {
  it.each([
    [{ pointer: { x: 0, y: 1 }, moment: null, following: null }, true],
    [{ pointer: null, moment, following: memberId }, true],
    [{ pointer: { x: -0.01, y: 0 }, moment: null, following: null }, false],
    [{ pointer: { x: 0.5, y: Number.NaN }, moment: null, following: null }, false],
    [{ pointer: null, moment: null }, false],
    [{ pointer: null, moment: null, following: null, memberId }, false],
  ])('R80: %j is taken: %s', (attention, taken) => {
    expect(attentionSchema.safeParse(attention).success).toBe(taken);
  });

  it.each([
    [{ log: 'log-00000001', revision: 0 }, true],
    [{ log: 'log-00000001', revision: -1 }, false],
    [{ log: 'log-00000001', revision: 1.5 }, false],
    [{ revision: 3 }, false],
  ])('R80: what it has, %j, is taken: %s', (since, taken) => {
    expect(sinceSchema.safeParse(since).success).toBe(taken);
  });
});
