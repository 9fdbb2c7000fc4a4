import { z } from 'zod';
import { AppError } from './errors';

/** What people's values are sent in, and what is no name of a field to them. */
const wrappers: ReadonlySet<string> = new Set(['command', 'patch']);

/**
 * Parses what came over the wire.
 * @throws AppError `invalid`, with the name of the field that is wrong
 */
export function parse<Schema extends z.core.$ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = z.safeParse(schema, input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const path = (issue?.path ?? []).map(String);
  while (wrappers.has(path[0] ?? '')) path.shift();
  const field = path.join('.');
  const what = issue?.message ?? 'is not understood';
  throw new AppError({
    code: 'invalid',
    message: parsed.error.message,
    userMessage: field ? `${field}: ${what}. Nothing was changed.` : `${what}. Nothing was changed.`,
    field: field || undefined,
  });
}
