import { z } from 'zod';
import { ROLES } from '#domain/identity/roles.js';
import { departmentSchema } from './directory.http.js';

/** In whose name a console asks: refused where its cookie has meanwhile become another officer's. */
export const OFFICER_HEADER = 'x-officer-id';

export const signInSchema = z.object({
  email: z.email().max(200),
  password: z.string().min(1).max(200),
});
export type SignIn = z.infer<typeof signInSchema>;

export const meSchema = z.object({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  isAvailable: z.boolean(),
  grants: z.array(z.object({ role: z.enum(ROLES), departmentId: z.uuid().nullable() })),
  departments: z.array(departmentSchema),
});
export type Me = z.infer<typeof meSchema>;

/** Whether this officer takes new conversations. Present is: available, and a console open. */
export const availabilitySchema = z.object({ isAvailable: z.boolean() });
