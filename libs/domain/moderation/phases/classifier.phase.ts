import type { PhaseFinding, ScreenedMessage, ScreeningPhase } from '../screening.js';

/** What an external classifier may say about a text; each is a kind of its own in the table. */
export const CLASSIFIER_LABELS = ['abuse', 'hate', 'threat', 'sexual', 'spam', 'other'] as const;
export type ClassifierLabel = (typeof CLASSIFIER_LABELS)[number];

/** What the external classifier answered, if one was asked: its places are only believed within the text. */
export const classifier: ScreeningPhase = {
  name: 'classifier',
  find: (message) => (message.classified ?? []).flatMap((found) => within(message, found)),
};

function within({ fields }: ScreenedMessage, found: PhaseFinding): PhaseFinding[] {
  const length = fields.find(({ field }) => field === found.field)?.folded.originalLength ?? 0;
  const end = Math.min(length, found.end);
  return found.start < end ? [{ ...found, end }] : [];
}
