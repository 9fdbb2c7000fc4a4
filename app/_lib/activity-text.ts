import type { TFunction } from 'i18next';
import type { Deed } from '../../server/protocol/activity';
import type { RunId } from '../../server/protocol/ids';
import { changesText, imageName, type Names } from './setting-text';

/** What somebody did, as the rest of a sentence that begins with their name: `changed style 1 → 2`. */
export function deedText(deed: Deed, names: Names, t: TFunction): string {
  switch (deed.kind) {
    case 'settings':
      if (deed.changes.length === 0) return t('activity.settingsBack');
      return t('activity.settings', { changes: changesText(deed.changes, names, t) });
    case 'undo':
      return t('activity.tookBack', { changes: changesText(deed.changes, names, t) });
    case 'image':
      return t('activity.image', { name: imageName(deed.imageId, names, t) });
    case 'content':
      return t('activity.content', { name: imageName(deed.imageId, names, t) });
    case 'content-removed':
      return t('activity.contentRemoved', { name: imageName(deed.imageId, names, t) });
    case 'style':
      return t(deed.used ? 'activity.styleUsed' : 'activity.styleUnused', {
        name: imageName(deed.imageId, names, t),
      });
    case 'order':
      return t('activity.styleMoved', {
        name: imageName(deed.imageId, names, t),
        place: deed.place + 1,
      });
    case 'run':
      return t(`activity.run.${deed.did}`, { run: runName(deed.runId, names, t) });
    case 'fork':
      return t('activity.fork', {
        run: runName(deed.runId, names, t),
        parent: runName(deed.from.runId, names, t),
        iteration: deed.from.iteration,
      });
    case 'run-name':
      return deed.to === null
        ? t('activity.runUnnamed', { run: runName(deed.runId, names, t), from: deed.from ?? '' })
        : t('activity.runNamed', { run: runName(deed.runId, names, t), to: deed.to });
    case 'favourite':
      return t(deed.favourite ? 'activity.favourite' : 'activity.notFavourite', {
        run: runName(deed.runId, names, t),
      });
    case 'publish':
      return t(deed.published ? 'activity.published' : 'activity.unpublished', {
        run: runName(deed.runId, names, t),
      });
    case 'title':
      return t('activity.renamed', { to: deed.to });
    case 'lock':
      return t(deed.locked ? 'activity.locked' : 'activity.unlocked');
    case 'role':
      return t(`activity.role.${deed.role}`, { name: deed.name });
    case 'remove':
    case 'ban':
    case 'unban':
      return t(`activity.${deed.kind}`, { name: deed.name });
    case 'links':
      return t(`activity.links.${deed.link}`);
  }
}

/** `run 2`, within a sentence. */
export function runName(runId: RunId, { room }: Pick<Names, 'room'>, t: TFunction): string {
  const run = room?.runs.find(({ id }) => id === runId);
  return run ? t('activity.runNumbered', { number: run.number }) : t('activity.aRun');
}
