import { z } from 'zod';
import { VIEW_AUDIENCES } from '#domain/triage/saved-view.permissions.js';
import { inboxFilterSchema } from './inbox.http.js';
import { slugSchema, stored } from './text.js';

const fields = {
  name: stored(z.string().trim().min(1).max(60)),
  filter: inboxFilterSchema,
};
const audience = {
  audience: z.enum(VIEW_AUDIENCES),
  /** The team whose view it is; for the other audiences none. */
  department: slugSchema.optional(),
};
const isWhole = ({ audience, department }: { audience: string; department?: string | undefined }) =>
  (audience === 'team') === (department !== undefined);
const TEAM_NAMED = { error: 'is given for the view of a team, and only there', path: ['department'] };

/** `id` is made by the console: the same one again (a double click, a retry) makes one view. */
export const createViewSchema = z.strictObject({ id: z.uuid(), ...fields, ...audience }).refine(isWhole, TEAM_NAMED);
export const editViewSchema = z
  .strictObject({ version: z.int().min(1), ...fields, ...audience })
  .refine(isWhole, TEAM_NAMED);
export const changeViewSchema = z.strictObject({ version: z.int().min(1) });
/** To the place before another view of the same audience; without it to the end. */
export const moveViewSchema = z.strictObject({ version: z.int().min(1), beforeId: z.uuid().optional() });

export const savedViewSchema = z.object({
  id: z.uuid(),
  version: z.int(),
  name: z.string(),
  audience: z.enum(VIEW_AUDIENCES),
  /** Of a team's view. */
  department: z.string().nullable(),
  filter: inboxFilterSchema,
  /** The officers that the filter names, as far as the caller may know them. */
  officers: z.array(z.object({ id: z.uuid(), name: z.string(), isHere: z.boolean() })),
  /** What the filter names and nobody finds any more, or this caller may not see. */
  missing: z.object({ departments: z.array(z.string()), officerIds: z.array(z.uuid()), tagIds: z.array(z.uuid()) }),
  may: z.object({ edit: z.boolean() }),
});
export type SavedViewView = z.infer<typeof savedViewSchema>;
/** Mine, then those of teams, then the shared ones; each in the order that was given to them. */
export const savedViewListSchema = z.object({ items: z.array(savedViewSchema) });

export const changedViewSchema = z.object({ id: z.uuid(), version: z.int() });
