import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A line to a server on this machine, which can be disturbed. */
export interface CuttableLine {
  readonly url: string;
  /** From now on nothing that the server says comes through, while what it is told still does. */
  holdBack(): void;
  /** Ends all connections, and lets no other come about until it is mended. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

/** @param port of the server */
export async function openCuttableLine(port: number): Promise<CuttableLine> {
  const ends = new Set<Socket>();
  const answering = new Set<() => void>();
  let whole = true;
  const line = createServer((client) => {
    if (!whole) return void client.destroy();
    const server = connect(port, '127.0.0.1');
    client.pipe(server);
    server.pipe(client);
    answering.add(() => server.unpipe(client).resume());
    for (const end of [client, server]) {
      ends.add(end);
      end.on('error', () => end.destroy()); // either end may be gone first: that is what a cut is
      end.on('close', () => ends.delete(end));
    }
  });
  line.listen(0, '127.0.0.1');
  await once(line, 'listening');

  function cut(): void {
    whole = false;
    for (const end of ends) end.destroy();
    answering.clear();
  }

  return {
    url: `http://127.0.0.1:${(line.address() as AddressInfo).port}`,
    holdBack() {
      for (const stop of answering) stop();
    },
    cut,
    mend() {
      whole = true;
    },
    async close() {
      cut();
      line.close();
      await once(line, 'close');
    },
  };
}
