import type { ComponentType, ReactNode } from 'react';
import { whenUsable } from '../../_lib/room-usable';
import { onDemand } from './on-demand';

/**
 * A part of a room's page whose script is fetched only when the room can be used already: what is needed to begin comes
 * first, over a slow line by seconds. It has to be inside a room.
 * @param Waiting stands in its place until then, and should be as large
 */
export function later<P extends object>(
  load: () => Promise<ComponentType<P>>,
  Waiting?: () => ReactNode,
): ComponentType<P> {
  return onDemand<P>(() => whenUsable().then(load), Waiting);
}
