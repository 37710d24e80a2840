import { z } from 'zod';
import { DECISIONS, RESTRICTING_DECISIONS } from '#domain/moderation/decision.lifecycle.js';
import { BASES } from '#domain/moderation/reasons.js';
import { localisedSchema } from './directory.http.js';
import { instantSchema } from './paging.http.js';
import { stored } from './text.js';

export const moderationReasonSchema = z.object({
  code: z.string(),
  version: z.int(),
  wording: localisedSchema,
  isPublic: z.boolean(),
  basis: z.enum(BASES),
  basisWording: localisedSchema,
  instead: localisedSchema,
  decisions: z.array(z.enum(DECISIONS)),
  isRetired: z.boolean(),
  /** Null for those that the desk began with. */
  madeBy: z.string().nullable(),
  madeAt: instantSchema,
});
export type ModerationReasonView = z.infer<typeof moderationReasonSchema>;
export const moderationReasonsSchema = z.object({ items: z.array(moderationReasonSchema) });

const words = (longest: number) => stored(z.string().trim().max(longest));
const required = (longest: number) => stored(z.string().trim().min(1).max(longest));
/** Citizens read them, each in their language: none may be missing. */
const bothSchema = (longest: number) => z.strictObject({ en: required(longest), zh: required(longest) });

const fields = {
  wording: bothSchema(200),
  isPublic: z.boolean(),
  basis: z.enum(BASES),
  basisWording: bothSchema(500),
  instead: z.strictObject({ en: words(500), zh: words(500) }),
  decisions: z.array(z.enum(DECISIONS)).max(DECISIONS.length),
};

interface Fields {
  decisions: readonly string[];
  instead: { en: string; zh: string };
}

/** Who is refused something has to learn what to do. */
const saysWhatToDo = ({ decisions, instead }: Fields) =>
  (instead.en !== '' && instead.zh !== '') || !decisions.some((one) => RESTRICTING_DECISIONS.some((r) => r === one));
const UNSAID = { error: 'say in both languages what the author can do instead', path: ['instead'] };

export const reasonFieldsSchema = z.strictObject(fields).refine(saysWhatToDo, UNSAID);
export type ReasonFields = z.infer<typeof reasonFieldsSchema>;

export const makeReasonSchema = z
  .strictObject({
    code: z
      .string()
      .max(60)
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'must be lower-case letters, digits and hyphens' }),
    ...fields,
  })
  .refine(saysWhatToDo, UNSAID);
/** `version`: of the one that is changed; what is made is the next. */
export const changeReasonSchema = z
  .strictObject({ version: z.int().min(1), isRetired: z.boolean(), ...fields })
  .refine(saysWhatToDo, UNSAID);
