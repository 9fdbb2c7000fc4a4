import type { z } from 'zod';
import { AppError } from './errors';

/**
 * Parses what came over the wire.
 * @throws AppError `invalid`, with the name of the field that is wrong
 */
export function parse<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const path = (issue?.path ?? []).map(String);
  const field = path.at(0) === 'patch' ? path.slice(1).join('.') : path.join('.');
  const what = issue?.message ?? 'is not understood';
  throw new AppError({
    code: 'invalid',
    message: parsed.error.message,
    userMessage: field ? `${field}: ${what}. Nothing was changed.` : `${what}. Nothing was changed.`,
    field: field || undefined,
  });
}
