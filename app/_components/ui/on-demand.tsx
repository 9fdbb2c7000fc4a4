// eslint-disable-next-line no-restricted-imports -- only here, where it tries again
import dynamic from 'next/dynamic';
import type { ComponentType, ReactNode } from 'react';
import { loadPart } from '../../_lib/load-part';

/**
 * A part of a page whose script is fetched when it is shown for the first time, however long the network is away.
 * @param Waiting stands in its place until then, and should be as large
 */
export function onDemand<P extends object>(
  load: () => Promise<ComponentType<P>>,
  Waiting: () => ReactNode = Nothing,
): ComponentType<P> {
  return dynamic<P>(() => loadPart(load), { ssr: false, loading: Waiting });
}

function Nothing(): ReactNode {
  return null;
}
