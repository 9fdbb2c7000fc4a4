import { z } from 'zod';
import { VIEW_SIDES_PX } from '../protocol/limits';

type Side = (typeof VIEW_SIDES_PX)[number];

/** A long side, as the query of an address says it. */
export const sideSchema = z.coerce
  .number()
  .refine((side): side is Side => (VIEW_SIDES_PX as readonly number[]).includes(side), {
    error: `must be one of ${VIEW_SIDES_PX.join(', ')}`,
  });
