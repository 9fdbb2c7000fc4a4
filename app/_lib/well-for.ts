import type { Setup } from '../../server/protocol/room';
import type { ImageKind } from './intake';

/**
 * What a picture becomes that comes from the clipboard or was dropped anywhere.
 * @param well the place that has the focus, or over which it was dropped; without one, the room's first need decides
 */
export function wellFor(setup: Pick<Setup, 'content'> | undefined, well: string | undefined): ImageKind {
  if (well === 'content' || well === 'style') return well;
  return setup?.content ? 'style' : 'content';
}
