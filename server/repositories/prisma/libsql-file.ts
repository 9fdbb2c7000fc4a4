import { PrismaLibSql } from '@prisma/adapter-libsql';

type Client = ReturnType<PrismaLibSql['createClient']>;
/** One connection to the database, below Prisma. */
export type Connection = Awaited<ReturnType<PrismaLibSql['connect']>>;

/**
 * Another process (a second start on the same folder) may hold the file for a moment; WAL lets readers go on beside a
 * writer. The timeout comes first, since the others may already have to wait.
 */
const PRAGMAS = 'PRAGMA busy_timeout=10000; PRAGMA journal_mode=WAL; PRAGMA foreign_keys=ON;';

/**
 * Prisma's way to an SQLite file, with two things put right. The client opens a new connection after each transaction:
 * that one lacks the settings above, and the old one stays open until it is garbage. And its transactions begin
 * deferred, so that a read before the first write makes that write fail where another process has written since.
 */
export class LibSqlFile extends PrismaLibSql {
  override createClient(config: Parameters<PrismaLibSql['createClient']>[0]): Client {
    const client = super.createClient(config);
    client.transaction = async () => {
      await client.execute('BEGIN IMMEDIATE');
      let closed = false;
      const end = async (statement: 'COMMIT' | 'ROLLBACK') => {
        closed = true;
        await client.execute(statement);
      };
      // The adapter lets nothing else onto the connection until the transaction has ended.
      return {
        execute: (statement: Parameters<Client['execute']>[0]) => client.execute(statement),
        batch: (statements) => client.batch(statements),
        executeMultiple: (sql) => client.executeMultiple(sql),
        commit: () => end('COMMIT'),
        rollback: () => end('ROLLBACK'),
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
