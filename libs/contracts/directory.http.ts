import { z } from 'zod';

export const localisedSchema = z.object({ en: z.string(), zh: z.string() });
export type Localised = z.infer<typeof localisedSchema>;

export const departmentSchema = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: localisedSchema,
  timeZone: z.string(),
  /** Calendar hours within which an answer is promised; null where nothing is promised. */
  answerWithinHours: z.number().nullable(),
});
export type DepartmentView = z.infer<typeof departmentSchema>;

export const departmentListSchema = z.object({ items: z.array(departmentSchema) });

/** Who works in a department, for "assign to"; with what they have in hand. */
export const colleagueSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  isPresent: z.boolean(),
  inHand: z.int(),
  capacity: z.int(),
});
export type ColleagueView = z.infer<typeof colleagueSchema>;
export const colleagueListSchema = z.object({ items: z.array(colleagueSchema) });

export const officialSchema = z.object({ id: z.uuid(), name: localisedSchema, title: localisedSchema });
export const officialListSchema = z.object({ items: z.array(officialSchema) });
