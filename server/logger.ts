import { pino, type Logger } from 'pino';

export type { Logger };

/** Structured log on stderr. Cookies, authorisation and link keys never get into it. */
export function createLogger(level: string): Logger {
  return pino(
    {
      level,
      base: undefined,
      redact: ['cookie', '*.cookie', 'headers.cookie', 'key', '*.key', 'keys', '*.keys'],
    },
    pino.destination({ dest: 2, sync: true }),
  );
}
