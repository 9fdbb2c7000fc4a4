import { networkInterfaces } from 'node:os';

/**
 * The origins at which others in the network reach a server on this machine, such as `http://192.168.0.7:3000`. A copied
 * `localhost` link would be useless to them. Empty where the server listens on this machine only.
 * @param host the address that it listens on
 */
export function networkOrigins(host: string, port: number): string[] {
  if (host !== '0.0.0.0' && host !== '::') {
    return host === 'localhost' || host.startsWith('127.') || host === '::1'
      ? []
      : [`http://${host}:${port}`];
  }
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => `http://${address}:${port}`);
}
