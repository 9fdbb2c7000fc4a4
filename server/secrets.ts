import { randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const secret = z
  .string()
  .transform((hex) => Buffer.from(hex, 'hex'))
  .refine((bytes) => bytes.length >= 32, { error: 'is shorter than 32 bytes' });

const secretsSchema = z.object({ cookieKey: secret, roomKey: secret });

/** What the server signs with. Whoever has them can be anybody in any room. */
export interface Secrets {
  /** Signs the cookie that says who a browser is. */
  readonly cookieKey: Buffer;
  /** Derives the keys of the rooms' links. */
  readonly roomKey: Buffer;
}

/**
 * Reads the secrets from `<dataDir>/secrets.json`; makes them there at the first start, readable for the owner only.
 * @throws Error where the file is damaged: new secrets would make every cookie and link void, so that is not done silently
 */
export async function loadSecrets(dataDir: string): Promise<Secrets> {
  const path = join(dataDir, 'secrets.json');
  await mkdir(dataDir, { recursive: true });
  let text = await readIfThere(path);
  if (text === null) {
    await createSecrets(path);
    text = await readFile(path, 'utf8');
  }
  const parsed = secretsSchema.safeParse(parseJson(text));
  if (!parsed.success) {
    throw new Error(
      `${path} is damaged. Restore it from a backup; or delete it, which makes every room link and cookie void.`,
      { cause: parsed.error },
    );
  }
  return parsed.data;
}

/** Where another process is faster, its secrets are the ones: links that it has given out stay valid. */
async function createSecrets(path: string): Promise<void> {
  const text = JSON.stringify({
    cookieKey: randomBytes(32).toString('hex'),
    roomKey: randomBytes(32).toString('hex'),
  });
  // Written whole and then linked: a crash never leaves half a file that blocks the next start, and nothing is replaced.
  const temporary = `${path}.${randomUUID()}.tmp`;
  const file = await open(temporary, 'wx', 0o600);
  try {
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await link(temporary, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(temporary, { force: true });
  }
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // fails the schema, which gives the error that explains
  }
}
