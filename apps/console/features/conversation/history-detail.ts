import { z } from 'zod';
import { assignmentReasonSchema } from '#contracts/conversations.http.js';
import { localisedSchema } from '#contracts/directory.http.js';
import { TAKEN_BACK } from '#domain/assignment/taken-back.js';

const text = z.string().optional().catch(undefined);
const id = z.uuid().optional().catch(undefined);

/** What a detail may hold. A part that is missing or of another shape is left out, never guessed. */
export const detailSchema = z.object({
  officerName: text,
  fromOfficerName: text,
  fromDepartment: localisedSchema.optional().catch(undefined),
  toDepartment: localisedSchema.optional().catch(undefined),
  reason: z.union([z.string(), assignmentReasonSchema]).optional().catch(undefined),
  /** Of a moderator's decision, as the catalogue had it. */
  reasonWording: localisedSchema.optional().catch(undefined),
  note: text,
  kinds: z.array(z.string()).catch([]),
  /** Of a merge or a split: the conversation that it went into, or came from. */
  intoId: id,
  intoReference: text,
  fromId: id,
  fromReference: text,
  messages: z.int().optional().catch(undefined),
  clock: z.enum(['keep', 'restart']).optional().catch(undefined),
  clockReason: text,
  /** Why the desk took it back. */
  because: z.enum(TAKEN_BACK).optional().catch(undefined),
  /** Why nobody took it: how many could not, by reason. */
  blocked: z.record(z.string(), z.number()).optional().catch(undefined),
});
export type Detail = z.infer<typeof detailSchema>;
