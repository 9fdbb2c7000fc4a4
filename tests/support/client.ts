import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import type { Command, CommandRequest } from '../../server/protocol/commands';
import type { Problem } from '../../server/protocol/errors';
import type {
  Access,
  ClientToServerEvents,
  CommandAck,
  Frame,
  Iterates,
  JoinAck,
  ServerToClientEvents,
  Welcome,
} from '../../server/protocol/events';
import type { CommandId, RoomId } from '../../server/protocol/ids';
import type { ImageInfo } from '../../server/protocol/images';
import type { NetworkId, NetworkState, NetworkStatus } from '../../server/protocol/networks';
import type { PresenceBatch } from '../../server/protocol/presence';
import type { Room } from '../../server/protocol/room';
import {
  applyCatchUp,
  applyEvent,
  applyPresence,
  type CatchUp,
  type RoomCopy,
} from '../../server/protocol/sync';

/** One browser: its cookies, without its page. */
export class Person {
  readonly url: string;
  cookie = '';

  constructor(url: string) {
    this.url = url;
  }

  async request(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.cookie) headers.set('cookie', this.cookie);
    const response = await fetch(`${this.url}${path}`, { ...init, headers });
    for (const line of response.headers.getSetCookie()) this.cookie = line.split(';')[0]!;
    return response;
  }

  async post(path: string, body: unknown): Promise<Response> {
    return this.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  async createRoom(): Promise<RoomId> {
    const response = await this.post('/api/rooms', {});
    if (response.status !== 201) throw new Error(`no room: ${response.status} ${await response.text()}`);
    return ((await response.json()) as { roomId: RoomId }).roomId;
  }

  async enter(roomId: RoomId, key: string): Promise<Response> {
    return this.post(`/api/rooms/${roomId}/enter`, { key });
  }

  async upload(roomId: RoomId, bytes: Uint8Array, name = 'picture.png'): Promise<ImageInfo> {
    const response = await this.request(`/api/rooms/${roomId}/images?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      body: bytes as BodyInit,
    });
    if (response.status !== 201) throw new Error(`not uploaded: ${response.status} ${await response.text()}`);
    return (await response.json()) as ImageInfo;
  }

  connect(options: { acknowledgeFrames?: boolean } = {}): Seat {
    return new Seat(this.url, this.cookie, options.acknowledgeFrames ?? true);
  }
}

const newCommandId = () => randomUUID().replaceAll('-', '') as CommandId;

/** One open tab: everything that its socket has received. */
export class Seat {
  readonly socket: Socket<ServerToClientEvents, ClientToServerEvents>;
  #copy: RoomCopy | null = null;
  /** How it was brought up to date when it joined. */
  caughtUp: CatchUp['kind'] | null = null;
  /** As they were told last. */
  networks: readonly NetworkStatus[] = [];
  readonly iterates: Iterates[] = [];
  /** What it was told of who is here and what they look at. */
  readonly presences: PresenceBatch[] = [];
  /** What it may do, as it was told last after it had joined. */
  access: Access | null = null;
  /** What it was told of what cannot be kept, in order. */
  readonly unkept: (Problem | null)[] = [];
  /** Whether it was told that the server stops. */
  stopping = false;
  /** Why it is in the room no longer. */
  dismissal: Problem | null = null;
  readonly frames: { readonly frame: Frame; readonly bytes: Buffer; readonly acknowledge: () => void }[] = [];
  readonly #watchers = new Set<() => void>();

  constructor(url: string, cookie: string, acknowledgeFrames: boolean) {
    this.socket = io(url, { transports: ['websocket'], extraHeaders: { cookie }, forceNew: true });
    this.socket.on('change', (event) => this.#update(this.#copy && applyEvent(this.#copy, event)));
    this.socket.on('presence', (batch) => {
      this.presences.push(batch);
      this.#update(this.#copy && applyPresence(this.#copy, batch));
    });
    this.socket.on('forecast', (forecast) =>
      this.#update(this.#copy && { ...this.#copy, room: { ...this.#copy.room, forecast } }),
    );
    this.socket.on('networks', (networks) => {
      this.networks = networks;
      this.#changed();
    });
    this.socket.on('access', (access) => {
      this.access = access;
      this.#changed();
    });
    this.socket.on('dismissed', (problem) => {
      this.dismissal = problem;
      this.#changed();
    });
    this.socket.on('unkept', (problem) => {
      this.unkept.push(problem);
      this.#changed();
    });
    this.socket.on('stopping', () => {
      this.stopping = true;
      this.#changed();
    });
    this.socket.on('iterates', (iterates) => {
      this.iterates.push(iterates);
      this.#changed();
    });
    this.socket.on('frame', (frame, bytes, acknowledge) => {
      this.frames.push({ frame, bytes: Buffer.from(bytes), acknowledge });
      if (acknowledgeFrames) acknowledge();
      this.#changed();
    });
  }

  async join(roomId: RoomId, name?: string): Promise<Welcome> {
    const answer = await this.tryJoin(roomId, name);
    if (!answer.ok) throw new Error(`not let in: ${answer.problem.message}`);
    return answer.welcome;
  }

  /** Says what it has of the room, as a page that comes back does. */
  tryJoin(roomId: RoomId, name?: string): Promise<JoinAck> {
    const since = this.#copy ? { log: this.#copy.log, revision: this.#copy.room.revision } : undefined;
    return new Promise((resolve) =>
      this.socket.emit('join', { roomId, name, since }, (answer) => {
        // At once: what follows the answer may come in the same turn.
        if (answer.ok) this.#welcome(answer.welcome);
        resolve(answer);
      }),
    );
  }

  /** The room as this tab has it, from the welcome and what was told since. */
  get room(): Room | null {
    return this.#copy?.room ?? null;
  }

  /** @param id by default one that no other command has */
  command(command: Command, id: CommandId = newCommandId()): Promise<CommandAck> {
    return this.raw({ id, command });
  }

  /** Whatever it is, as a command with an id of its own. */
  rawCommand(command: unknown): Promise<CommandAck> {
    return this.raw({ id: newCommandId(), command });
  }

  /** Whatever it is, as a request. */
  raw(message: unknown): Promise<CommandAck> {
    return new Promise((resolve) => this.socket.emit('command', message as CommandRequest, resolve));
  }

  /** Resolves as soon as `condition` holds, after any event. */
  async until(condition: (seat: Seat) => boolean, what: string, timeoutMs = 30_000): Promise<void> {
    if (condition(this)) return;
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#watchers.delete(check);
        reject(new Error(`waited ${timeoutMs} ms in vain for: ${what}`));
      }, timeoutMs);
      const check = () => {
        if (!condition(this)) return;
        clearTimeout(timer);
        this.#watchers.delete(check);
        resolve();
      };
      this.#watchers.add(check);
    });
  }

  network(id: NetworkId): NetworkState | undefined {
    return this.networks.find((network) => network.id === id)?.state;
  }

  get status(): string | undefined {
    return this.room?.runs.at(-1)?.status.kind;
  }

  close(): void {
    this.socket.disconnect();
  }

  #welcome({ catchUp, networks }: Welcome): void {
    this.networks = networks;
    this.caughtUp = catchUp.kind;
    this.#update(applyCatchUp(this.#copy, catchUp));
  }

  /** Throws where something was missed: the room is told without gaps. */
  #update(copy: RoomCopy | null): void {
    if (!copy) throw new Error('a change does not fit to the room as this tab has it');
    this.#copy = copy;
    this.#changed();
  }

  #changed(): void {
    for (const watcher of [...this.#watchers]) watcher();
  }
}
