import { z } from 'zod';
import { damaged } from '../failures';

/**
 * Reads rows; a column that is to hold JSON and does not is found out by Prisma, as a bare `SyntaxError`.
 * @throws AppError `internal` naming what is damaged
 */
export async function readStored<T>(what: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof SyntaxError) throw damaged(what, error);
    throw error;
  }
}

/**
 * Parses what was read. Nothing that does not parse is left out silently: it would be lost at the next save.
 * @throws AppError `internal` naming what is damaged, and where
 */
export function parseStored<T>(what: string, schema: z.core.$ZodType<T>, value: unknown): T {
  const parsed = z.safeParse(schema, value);
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  const where = issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  throw damaged(what, new Error(where, { cause: parsed.error }));
}
