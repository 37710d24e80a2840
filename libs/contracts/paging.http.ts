import { z } from 'zod';

/** Opaque to callers: where the next keyset page starts. */
export const cursorSchema = z.string().max(300).optional();

export const limitSchema = z.coerce.number().int().min(1).max(100).default(50);

export const instantSchema = z.iso.datetime({ offset: true });
