import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A websocket to the server's socket of which every byte is in the test's hand, once the server has agreed to it. */
export async function openRawWebSocket(port: number, cookie: string): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined); // cut off: as good as an answer
  await once(socket, 'connect');
  socket.write(
    [
      'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
      `Host: 127.0.0.1:${port}`,
      'Upgrade: websocket',
      'Connection: Upgrade',
      `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
      'Sec-WebSocket-Version: 13',
      `Cookie: ${cookie}`,
      '\r\n',
    ].join('\r\n'),
  );
  const [answer] = (await once(socket, 'data')) as [Buffer];
  if (!answer.toString('latin1').startsWith('HTTP/1.1 101 ')) throw new Error(`no websocket: ${answer}`);
  socket.resume();
  return socket;
}

/**
 * A frame as RFC 6455 (5.2) has it, from a client: masked, with a mask of zeros.
 * @param opcode 4 bits: 1 text, 2 binary, 8 close, 9 ping; others mean nothing
 * @param length what it says of its length, by default the true one
 */
export function websocketFrame(
  opcode: number,
  payload: Buffer,
  { final = true, masked = true, length = payload.byteLength } = {},
): Buffer {
  const head = [(final ? 0x80 : 0) | (opcode & 0x0f)];
  const mask = masked ? 0x80 : 0;
  if (length < 126) head.push(mask | length);
  else if (length < 65_536) head.push(mask | 126, length >> 8, length & 255);
  else head.push(mask | 127, 0, 0, 0, 0, ...[24, 16, 8, 0].map((shift) => (length >>> shift) & 255));
  return Buffer.concat([Buffer.from(head), Buffer.alloc(masked ? 4 : 0), payload]);
}
