import { type KeptForms, keptForms } from '../../lib/kept-form.js';
import type { Unsaved } from '../../lib/unsaved.js';
import { type ScreeningDraft, screeningDraftSchema } from './screening-draft.js';

/** By the slug of the department. */
export const KEPT_SCREENINGS: KeptForms<ScreeningDraft> = { kind: 'screening', schema: screeningDraftSchema };

/** No slug holds an underscore. */
export const thingOf = (scope: string) => scope || '_desk';

export function unsavedScreenings(officerId: string): Unsaved[] {
  return keptForms(KEPT_SCREENINGS, officerId).map(({ thing, form: { blockedWords, suspectWords } }) => ({
    kind: 'screening',
    at: `/screening?department=${thing === thingOf('') ? '' : encodeURIComponent(thing)}`,
    text: [thing, blockedWords.zh, blockedWords.en, suspectWords.zh, suspectWords.en].filter(Boolean).join('\n'),
  }));
}
