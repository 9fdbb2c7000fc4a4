import { join, resolve } from 'node:path';
import { z } from 'zod';
import { ENGINE_CHOICES, type EngineChoice } from './engines/choice';
import type { RetentionPolicy } from './retention/policy';

const DAY_MS = 24 * 60 * 60 * 1000;

/** 0 keeps nothing longer than it takes. */
const days = (byDefault: number) => z.coerce.number().min(0).max(36_500).default(byDefault);

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  /** Port of everything: pages, API, images, socket. 0 takes a free one. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** Address to listen on. The default lets others in the network in. */
  HOST: z.string().default('0.0.0.0'),
  /** Everything that the product writes lies in here. */
  ATELIER_DATA_DIR: z.string().default('./data'),
  /** Where networks' weights may lie besides `<data>/models`; only read. */
  ATELIER_MODELS_DIR: z.string().optional(),
  /** Replaces the scheme and host of the networks' downloads, for a mirror. */
  ATELIER_DOWNLOAD_BASE_URL: z.url().optional(),
  /** What computes the runs. */
  ATELIER_ENGINE: z
    .enum(ENGINE_CHOICES, { error: `must be one of ${ENGINE_CHOICES.join(', ')}` })
    .default('auto'),
  /** Comma-separated origins that may use the API and the socket besides the server's own, e.g. behind a proxy. */
  ATELIER_ORIGINS: z
    .string()
    .default('')
    .transform((value) =>
      value
        .split(',')
        .map((origin) => origin.trim().replace(/\/$/, ''))
        .filter(Boolean),
    )
    .pipe(z.array(z.url())),
  /** Pictures of a run that has ended, for looking back. */
  ATELIER_KEEP_KEYFRAMES_DAYS: days(30),
  /** States of a run that has ended, to fork from. */
  ATELIER_KEEP_CHECKPOINTS_DAYS: days(7),
  /** Uploaded pictures that neither the setup nor a run uses. */
  ATELIER_KEEP_UNUSED_IMAGES_DAYS: days(30),
  /** What says of a deleted room that it was deleted. */
  ATELIER_KEEP_DELETED_ROOMS_DAYS: days(90),
  /** Of all pictures and states together, in units of 10^9 bytes; not set: as much as the disk takes. */
  ATELIER_MAX_STORE_GB: z.coerce.number().positive().optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
});

/** The configuration, with absolute paths. */
export interface Env {
  readonly mode: 'development' | 'production' | 'test';
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly modelsDirs: readonly string[];
  readonly downloadBaseUrl: string | undefined;
  readonly engine: EngineChoice;
  readonly origins: readonly string[];
  readonly logLevel: string;
  readonly retention: RetentionPolicy;
  /** The whole environment of the computing process: enough to find libraries and temporary folders. */
  readonly computeEnv: Readonly<Record<string, string>>;
}

/**
 * Reads the environment, the only place that does.
 * @throws Error listing every bad variable, one per line
 */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const known = Object.keys(schema.shape);
  // An empty variable counts as not set, as people expect of FOO= in a shell or a compose file.
  const given = Object.fromEntries(
    known.map((key) => [key, source[key]]).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The environment is not usable:\n${lines.join('\n')}`);
  }
  const env = parsed.data;
  const dataDir = resolve(env.ATELIER_DATA_DIR);
  return {
    mode: env.NODE_ENV,
    port: env.PORT,
    host: env.HOST,
    dataDir,
    modelsDirs: [
      ...(env.ATELIER_MODELS_DIR ? [resolve(env.ATELIER_MODELS_DIR)] : []),
      join(dataDir, 'models'),
    ],
    downloadBaseUrl: env.ATELIER_DOWNLOAD_BASE_URL,
    engine: env.ATELIER_ENGINE,
    origins: env.ATELIER_ORIGINS,
    logLevel: env.LOG_LEVEL,
    retention: {
      keepMs: {
        keyframes: env.ATELIER_KEEP_KEYFRAMES_DAYS * DAY_MS,
        checkpoints: env.ATELIER_KEEP_CHECKPOINTS_DAYS * DAY_MS,
        images: env.ATELIER_KEEP_UNUSED_IMAGES_DAYS * DAY_MS,
      },
      keepDeletedRoomsMs: env.ATELIER_KEEP_DELETED_ROOMS_DAYS * DAY_MS,
      maxBytes: env.ATELIER_MAX_STORE_GB === undefined ? null : env.ATELIER_MAX_STORE_GB * 1e9,
    },
    computeEnv: pick(source, [
      'PATH',
      'HOME',
      'TMPDIR',
      'TEMP',
      'LANG',
      'LD_LIBRARY_PATH',
      'CUDA_PATH',
      'CUDA_VISIBLE_DEVICES',
      'TF_CPP_MIN_LOG_LEVEL',
      'TF_FORCE_GPU_ALLOW_GROWTH',
      'NODE_ENV',
      'SystemRoot',
    ]),
  };
}

function pick(source: NodeJS.ProcessEnv, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = source[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
