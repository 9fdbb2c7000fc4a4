import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { parseCookie, stringifySetCookie } from 'cookie';
import { memberIdSchema, type MemberId, type RoomId } from './protocol/ids';

const COOKIE_NAME = 'atelier_person';
const MAX_AGE_S = 400 * 24 * 3600; // the longest that browsers allow

/**
 * Who a browser is: a random id in a signed, HttpOnly cookie. There are no accounts; the rooms remember which role this
 * person has in them, so one cookie opens every room that its browser has been let into.
 */
export class PersonCookies {
  readonly #key: Buffer;

  /** @param key at least 32 random bytes */
  constructor(key: Buffer) {
    this.#key = key;
  }

  /** The person id in a `Cookie` header; `null` where there is none, or its signature is not ours. */
  read(header: string | undefined): string | null {
    const value = parseCookie(header ?? '')[COOKIE_NAME];
    const [personId, signature] = value?.split('.') ?? [];
    if (!personId || !signature) return null;
    const expected = Buffer.from(this.#sign(personId));
    const given = Buffer.from(signature);
    return given.length === expected.length && timingSafeEqual(given, expected) ? personId : null;
  }

  /** A new person, and the `Set-Cookie` header that makes a browser them. */
  create(options: { secure: boolean }): { personId: string; setCookie: string } {
    const personId = randomBytes(16).toString('base64url');
    const setCookie = stringifySetCookie({
      name: COOKIE_NAME,
      value: `${personId}.${this.#sign(personId)}`,
      httpOnly: true,
      sameSite: 'lax',
      secure: options.secure,
      path: '/',
      maxAge: MAX_AGE_S,
    });
    return { personId, setCookie };
  }

  /** The person's id in one room, which others in it may see. It does not tell who they are in another room. */
  memberId(personId: string, roomId: RoomId): MemberId {
    const digest = createHmac('sha256', this.#key)
      .update(JSON.stringify(['member', personId, roomId]))
      .digest();
    return memberIdSchema.parse(digest.subarray(0, 12).toString('base64url'));
  }

  #sign(personId: string): string {
    return createHmac('sha256', this.#key)
      .update(JSON.stringify(['person', personId]))
      .digest('base64url');
  }
}
