import { setTimeout as sleep } from 'node:timers/promises';
import { PrismaLibSql } from '@prisma/adapter-libsql';

type Client = ReturnType<PrismaLibSql['createClient']>;
type InStatement = Parameters<Client['execute']>[0];
/** One connection to the database, below Prisma. */
export type Connection = Awaited<ReturnType<PrismaLibSql['connect']>>;

/**
 * Another process (a second start on the same folder) may hold the file for a moment; WAL lets readers go on beside a
 * writer. The timeout comes first, since the others may already have to wait.
 */
const WAIT_MS = 10_000;
const PRAGMAS = `PRAGMA busy_timeout=${WAIT_MS}; PRAGMA journal_mode=WAL; PRAGMA foreign_keys=ON;`;
const RETRY_MS = 50;

/**
 * Prisma's way to an SQLite file, with these put right. The client opens a new connection after each transaction:
 * that one lacks the settings above, and the old one stays open until it is garbage. And its transactions begin
 * deferred, so that a read before the first write makes that write fail where another process has written since. And a commit that fails
 * may leave its transaction open on the one connection, and a statement that was refused because the file is locked stays under
 * way on it, so that no commit after it succeeds.
 */
export class LibSqlFile extends PrismaLibSql {
  override createClient(config: Parameters<PrismaLibSql['createClient']>[0]): Client {
    const client = super.createClient(config);
    const execute = client.execute.bind(client) as (statement: InStatement) => ReturnType<Client['execute']>;
    client.execute = async (statement: InStatement) => {
      try {
        return await execute(statement);
      } catch (error) {
        if (isBusy(error)) await renew(client);
        throw error;
      }
    };
    client.transaction = async () => {
      await begin(client);
      let closed = false;
      const commit = async () => {
        closed = true;
        try {
          await client.execute('COMMIT');
        } catch (error) {
          await undo(client);
          throw error;
        }
      };
      const rollback = async () => {
        if (closed) return; // after a commit that failed, what is open by now is somebody else's
        closed = true;
        await client.execute('ROLLBACK');
      };
      // The adapter lets nothing else onto the connection until the transaction has ended.
      return {
        execute: (statement: InStatement) => client.execute(statement),
        batch: (statements) => client.batch(statements),
        executeMultiple: (sql) => client.executeMultiple(sql),
        commit,
        rollback,
        close: () => {},
        get closed() {
          return closed;
        },
      };
    };
    return client;
  }

  override async connect(): Promise<Connection> {
    const connection = await super.connect();
    await connection.executeScript(PRAGMAS);
    return connection;
  }
}

/**
 * Begins a transaction as soon as no other program writes. It asks again and again instead of having SQLite wait, which would
 * hold up the whole process.
 */
async function begin(client: Client): Promise<void> {
  const startedAt = performance.now();
  for (;;) {
    await client.execute('PRAGMA busy_timeout=0');
    try {
      await client.execute('BEGIN IMMEDIATE');
      await client.execute(`PRAGMA busy_timeout=${WAIT_MS}`);
      return;
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (performance.now() - startedAt >= WAIT_MS) throw error;
    }
    await sleep(RETRY_MS);
  }
}

/** The connection anew: with it ends the statement that was refused. */
async function renew(client: Client): Promise<void> {
  await client.reconnect();
  await client.executeMultiple(PRAGMAS);
}

const isBusy = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY';

/**
 * After a commit that failed. SQLite has undone some transactions by itself (where the disk is full) and left others open
 * (where a deferred check fails, or a reader holds the file), in which all that follows on this connection would end up.
 */
async function undo(client: Client): Promise<void> {
  try {
    await client.execute('ROLLBACK');
  } catch (error) {
    if (!(error instanceof Error && error.message.includes('no transaction is active'))) throw error;
  }
}
