import * as z from 'zod/mini';

/** What a member may do: an owner everything, an editor what makes pictures, a viewer look, download and react. */
export const roleSchema = z.enum(['owner', 'editor', 'viewer']);
export type Role = z.infer<typeof roleSchema>;

/** The links of a room: what the key of each makes of who comes with it. */
export const linkSchema = z.enum(['edit', 'watch', 'recovery']);
export type Link = z.infer<typeof linkSchema>;
export const linkRoles: Readonly<Record<Link, Role>> = { edit: 'editor', watch: 'viewer', recovery: 'owner' };
