import { z } from 'zod';
import { PRIORITIES } from '#domain/conversations/priority.js';
import { DEADLINE_CLOCKS, DEADLINE_KINDS, DEADLINE_UNITS } from '#domain/deadlines/deadline-policy.js';
import { type KeptForms, keptForms } from '../../lib/kept-form.js';
import type { Unsaved } from '../../lib/unsaved.js';
import type { PolicyDraft } from './policy-draft.js';

const typed = z.union([z.number(), z.string()]);

/** By the slug of the department. */
export const KEPT_POLICIES: KeptForms<PolicyDraft> = {
  kind: 'policy',
  schema: z.object({
    classes: z.array(z.object({ key: z.int(), code: z.string(), en: z.string(), zh: z.string() })),
    rules: z.array(
      z.object({
        key: z.int(),
        kind: z.enum(DEADLINE_KINDS),
        classKey: z.int().nullable(),
        priority: z.enum(PRIORITIES).nullable(),
        amount: typed,
        unit: z.enum(DEADLINE_UNITS),
        clock: z.enum(DEADLINE_CLOCKS),
        atLatestDays: typed,
      }),
    ),
    holdingDays: typed,
    warnAt: z.string(),
    nextKey: z.int(),
  }),
};

export function unsavedPolicies(officerId: string): Unsaved[] {
  return keptForms(KEPT_POLICIES, officerId).map(({ thing, form }) => ({
    kind: 'policy',
    at: `/policies?department=${encodeURIComponent(thing)}`,
    text: [thing, ...form.classes.map(({ en, zh }) => `${en} · ${zh}`)].join('\n'),
  }));
}
