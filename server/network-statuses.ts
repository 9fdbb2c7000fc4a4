import type { ModelLibrary } from './models/library';
import type { NetworkStatus } from './protocol/networks';

/** The networks of this server, as its clients are told. */
export function networkStatuses(library: ModelLibrary): NetworkStatus[] {
  return library.list().map(({ id, name, licence, source, bytes, downloadable, state }) => ({
    id,
    name,
    licence: licence.name,
    source,
    bytes,
    downloadable,
    state: state.kind === 'failed' ? { kind: 'failed', message: state.userMessage } : state,
  }));
}
