import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AppError } from '../errors';
import { PrismaClient } from './generated/client';
import { migrate } from './migrate';
import type { CurveRepository } from './ports/curve-repository';
import type { RoomRepository } from './ports/room-repository';
import { LibSqlFile } from './prisma/libsql-file';
import { createPrismaCurves } from './prisma/prisma-curves';
import { createPrismaRooms } from './prisma/prisma-rooms';

export interface DatabaseOptions {
  /** Absolute; is made where it is missing. */
  readonly dataDir: string;
  /** The project's prisma/migrations, absolute: the bundled server lies elsewhere than its source. */
  readonly migrationsDir: string;
  /** Told of what could not be read and was left out, such as a room in a list of rooms. */
  readonly onDamage: (error: AppError) => void;
}

export interface Database {
  readonly rooms: RoomRepository;
  readonly curves: CurveRepository;
  /** The migrations that opening has applied, oldest first. */
  readonly migrated: readonly string[];
  close(): Promise<void>;
}

/** How long a save may wait for its turn, and take: long enough for a machine that is busy computing. */
const TRANSACTION_MS = 30_000;

/**
 * Opens `<dataDir>/atelier.db`, and brings it up to the latest migration.
 * @throws Error where that cannot be done (see {@link migrate})
 */
export async function openDatabase({ dataDir, migrationsDir, onDamage }: DatabaseOptions): Promise<Database> {
  await mkdir(dataDir, { recursive: true });
  const file = new LibSqlFile({ url: pathToFileURL(join(dataDir, 'atelier.db')).href });
  const connection = await file.connect();
  let migrated: string[];
  try {
    migrated = await migrate(connection, migrationsDir);
  } finally {
    await connection.dispose();
  }
  const prisma = new PrismaClient({
    adapter: file,
    transactionOptions: { maxWait: TRANSACTION_MS, timeout: TRANSACTION_MS },
  });
  return {
    rooms: createPrismaRooms(prisma, onDamage),
    curves: createPrismaCurves(prisma),
    migrated,
    close: () => prisma.$disconnect(),
  };
}
