import { z } from 'zod';
import { instantSchema } from './paging.http.js';

export const publicAnchorSchema = z.object({
  /** Of UTC. */
  day: z.iso.date(),
  /** SHA-256, as 64 hexadecimal digits. */
  root: z.string().regex(/^[0-9a-f]{64}$/),
  madeAt: instantSchema,
});
export type PublicAnchor = z.infer<typeof publicAnchorSchema>;

/** As published, and as a saved copy is read again: the oldest first. */
export const publicAnchorsSchema = z.object({ anchors: z.array(publicAnchorSchema) });
export type PublicAnchors = z.infer<typeof publicAnchorsSchema>;
