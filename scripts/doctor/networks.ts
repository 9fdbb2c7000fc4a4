import type { ModelLibrary, NetworkStatus } from '../../server/models/library';
import type { Finding } from './finding';

/** Which feature networks are on this machine. */
export function inspectNetworks(library: ModelLibrary): Finding {
  let networks: NetworkStatus[];
  try {
    networks = library.list();
  } catch (error) {
    // A folder of networks that is a file, for instance.
    return { title: 'Networks', lines: ['cannot be looked for'], problem: (error as Error).message };
  }
  const isAnyReady = networks.some(({ state }) => state.kind === 'ready');
  return {
    title: 'Networks',
    lines: networks.map(describe),
    problem: isAnyReady
      ? null
      : 'there is no network to compute with. Install Atelier again, or download one',
  };
}

function describe({ id, name, downloadable, state }: NetworkStatus): string {
  if (state.kind === 'ready') return `${id}: ${name} is here (${state.variant})`;
  const remedy = downloadable ? `"npm run models -- fetch ${id}" downloads it` : 'install Atelier again';
  return `${id}: ${name} is not here; ${remedy}`;
}
