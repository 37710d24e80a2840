import { z } from 'zod';

/** PostgreSQL stores no NUL, and a lone surrogate is not text. */
export const stored = (text: z.ZodString) =>
  text
    .refine((value) => !value.includes('\0'), { error: 'must not contain NUL characters' })
    .refine((value) => value.isWellFormed(), { error: 'must be well-formed Unicode' });

/** A department's or a channel's slug in a query: what is none names nothing. */
export const slugSchema = z
  .string()
  .max(100)
  .regex(/^[a-z0-9-]+$/, { error: 'must be lower-case letters, digits and hyphens' });
