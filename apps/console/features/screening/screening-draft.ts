import { z } from 'zod';
import {
  type ScreeningPolicyInput,
  screeningPolicySchema,
  WORD_LENGTH_LIMIT,
  WORDS_LIMIT,
} from '#contracts/screening.http.js';
import { STANDINGS } from '#domain/moderation/author-standing.js';
import { FINDING_KINDS } from '#domain/moderation/finding-kinds.js';
import { LOOK_MODES } from '#domain/moderation/screening-policy.js';

const threshold = z.number().nullable();
const texts = z.object({ zh: z.string(), en: z.string() });

/** As it is typed: word lists are texts with one word to a line. */
export const screeningDraftSchema = z.object({
  rules: z.array(z.object({ kind: z.enum(FINDING_KINDS), holdFrom: threshold, rejectFrom: threshold })),
  channels: z.array(z.object({ channel: z.string(), look: z.enum(LOOK_MODES) })),
  lookFirstAt: z.array(z.enum(STANDINGS)),
  blockedWords: texts,
  suspectWords: texts,
  helpline: texts,
});
export type ScreeningDraft = z.infer<typeof screeningDraftSchema>;

export function draftOf(policy: ScreeningPolicyInput): ScreeningDraft {
  const lines = ({ zh, en }: { zh: string[]; en: string[] }) => ({ zh: zh.join('\n'), en: en.join('\n') });
  return { ...policy, blockedWords: lines(policy.blockedWords), suspectWords: lines(policy.suspectWords) };
}

/** Null where something in it cannot be applied. */
export function policyOf(draft: ScreeningDraft): ScreeningPolicyInput | null {
  const words = ({ zh, en }: { zh: string; en: string }) => ({ zh: wordsIn(zh), en: wordsIn(en) });
  const typed = { ...draft, blockedWords: words(draft.blockedWords), suspectWords: words(draft.suspectWords) };
  return screeningPolicySchema.safeParse(typed).data ?? null;
}

export function wordsIn(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ''))];
}

export type WordsProblem = 'tooMany' | 'tooLong';

export function problemOfWords(text: string): WordsProblem | null {
  const words = wordsIn(text);
  if (words.length > WORDS_LIMIT) return 'tooMany';
  return words.some((word) => word.length > WORD_LENGTH_LIMIT) ? 'tooLong' : null;
}

type Rule = ScreeningDraft['rules'][number];

/** A score that rejects below the one that holds would never let anything be held. */
export const isUpsideDown = ({ holdFrom, rejectFrom }: Rule): boolean =>
  holdFrom !== null && rejectFrom !== null && holdFrom > rejectFrom;
