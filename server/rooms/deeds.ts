import type { Deed } from '../protocol/activity';
import type { MemberId } from '../protocol/ids';
import type { Settings } from '../protocol/settings';
import type { RoomCommand } from './inputs';
import { findRun, type RoomRecord } from './record';
import { changesBetween } from './setting-changes';

/**
 * What a command that was done is on the list of activity; `null` for those that are not on it: pausing and resuming, which
 * the run shows, what was said, which has a list of its own, and a member's own name.
 */
export function deedOf(before: RoomRecord, after: RoomRecord, asked: RoomCommand): Deed | null {
  switch (asked.type) {
    case 'settings:change':
      return { kind: 'settings', changes: settingsChanges(before, after) };
    case 'settings:undo':
      return { kind: 'undo', undone: asked.activity, changes: settingsChanges(before, after) };
    case 'content:set':
      return { kind: 'content', imageId: asked.imageId };
    case 'content:remove':
      return { kind: 'content-removed', imageId: asked.imageId };
    case 'style:add':
      return { kind: 'style', imageId: asked.imageId, used: true };
    case 'style:remove':
      return { kind: 'style', imageId: asked.imageId, used: false };
    case 'style:move': {
      const { imageId } = asked;
      return {
        kind: 'order',
        imageId,
        place: after.setup.styles.findIndex((one) => one.imageId === imageId),
      };
    }
    case 'run:start':
      return { kind: 'run', runId: newestRun(after), did: 'start' };
    case 'run:fork':
      return { kind: 'fork', runId: newestRun(after), from: asked.from };
    case 'run:continue':
      return { kind: 'run', runId: asked.runId, did: 'continue' };
    case 'run:stop':
      return { kind: 'run', runId: asked.runId, did: 'stop' };
    case 'run:rename':
      return {
        kind: 'run-name',
        runId: asked.runId,
        from: findRun(before, asked.runId).name,
        to: asked.name,
      };
    case 'run:favourite':
      return { kind: 'favourite', runId: asked.runId, favourite: asked.favourite };
    case 'run:publish':
      return { kind: 'publish', runId: asked.runId, published: asked.published };
    case 'room:rename':
      return { kind: 'title', from: before.title, to: after.title };
    case 'room:lock':
      return { kind: 'lock', locked: asked.locked };
    case 'member:role': {
      const { memberId, role } = asked;
      return { kind: 'role', memberId, role, name: nameOf(before, memberId) };
    }
    case 'member:remove':
      return { kind: 'remove', memberId: asked.memberId, name: nameOf(before, asked.memberId) };
    case 'member:ban':
      return { kind: 'ban', memberId: asked.memberId, name: nameOf(before, asked.memberId) };
    case 'member:unban': {
      const ban = before.bans.find(({ memberId }) => memberId === asked.memberId);
      return { kind: 'unban', memberId: asked.memberId, name: ban?.name ?? '' };
    }
    case 'links:rotate':
      return { kind: 'links', link: asked.link };
    case 'member:rename':
    case 'room:delete':
    case 'run:pause':
    case 'run:resume':
    case 'message:post':
    case 'message:delete':
    case 'reaction:set':
      return null;
  }
}

function settingsChanges(before: RoomRecord, after: RoomRecord) {
  const fields = Object.keys(after.setup.settings) as (keyof Settings)[];
  return changesBetween(before.setup.settings, after.setup.settings, fields);
}

const newestRun = (room: RoomRecord) => room.runs.at(-1)!.id;

const nameOf = (room: RoomRecord, memberId: MemberId) =>
  room.members.find(({ id }) => id === memberId)?.name ?? '';
