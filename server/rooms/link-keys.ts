import { createHmac, timingSafeEqual } from 'node:crypto';
import type { RoomId } from '../protocol/ids';
import { linkRoles, linkSchema, type Link, type Role } from '../protocol/roles';
import type { LinkKeys } from '../protocol/room';
import type { RoomRecord } from './record';

/**
 * Makes and reads the keys of a room's links. A key is derived from the server's secret, the room, the kind of link and
 * its version, so that it can be shown again at any time, is stored nowhere, and is void once its version is raised.
 */
export class LinkKeyring {
  readonly #secret: Buffer;

  /** @param secret at least 32 random bytes */
  constructor(secret: Buffer) {
    this.#secret = secret;
  }

  /** The keys that somebody with this role may pass on. */
  keysFor(room: RoomRecord, role: Role): LinkKeys {
    return {
      edit: role === 'viewer' ? null : this.#derive(room.id, 'edit', room.keyVersions.edit),
      watch: this.#derive(room.id, 'watch', room.keyVersions.watch),
      recovery: role === 'owner' ? this.#derive(room.id, 'recovery', room.keyVersions.recovery) : null,
    };
  }

  /** The role that a key gives; `null` for a key that is none of the room's. */
  roleOf(room: RoomRecord, key: string): Role | null {
    const link = linkSchema.options.find((candidate) => this.#matches(room, candidate, key));
    return link ? linkRoles[link] : null;
  }

  #matches(room: RoomRecord, link: Link, key: string): boolean {
    const expected = Buffer.from(this.#derive(room.id, link, room.keyVersions[link]));
    const given = Buffer.from(key);
    return given.length === expected.length && timingSafeEqual(given, expected);
  }

  /** 128 bits, base64url, 22 characters. */
  #derive(roomId: RoomId, link: Link, version: number): string {
    return createHmac('sha256', this.#secret)
      .update(JSON.stringify(['link', roomId, link, version]))
      .digest()
      .subarray(0, 16)
      .toString('base64url');
  }
}
