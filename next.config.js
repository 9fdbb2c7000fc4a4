import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));

/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  devIndicators: false,
  // `npm run check` does that for the whole project; whoever starts it need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // A lockfile in a parent folder must not make that folder the root.
  outputFileTracingRoot: root,
  turbopack: { root },
  // Development only: others in the local network may look at it as well.
  allowedDevOrigins: ['127.0.0.1', '10.*.*.*', '172.*.*.*', '192.168.*.*', '*.local'],
};

export default config;
