import { expect, it } from 'vitest';
import { createI18n } from '../../../app/_lib/i18n';
import { en } from '../../../app/_lib/messages/en';
import { zh } from '../../../app/_lib/messages/zh';
import { roomName } from '../../../app/_lib/room-name';

it('R98: a room is called by its title, and untitled in the language of the reader where it has none', () => {
  const [english, chinese] = [createI18n('en', en).t, createI18n('zh-Hans', zh).t];
  expect([roomName('', english), roomName('', chinese)]).toEqual(['Untitled room', '未命名的房间']);
  expect([roomName('Blue hour', english), roomName('Blue hour', chinese)]).toEqual([
    'Blue hour',
    'Blue hour',
  ]);
});
