import { Refusal } from '../refusal.js';

/** `signed`, `scheduled`, `corrected` and `withdrawn` of product.md come with the signature: no status without its act. */
export const LETTER_STATUSES = ['draft', 'in-review', 'approved', 'published'] as const;
export type LetterStatus = (typeof LETTER_STATUSES)[number];

export type LetterAct = 'edit' | 'submit' | 'return' | 'approve' | 'publish';

type Row = Partial<Record<LetterStatus, LetterStatus>>;

/** An edit of an approved letter voids the approval: it is a draft again. */
const NEXT: Record<LetterAct, Row> = {
  edit: { draft: 'draft', 'in-review': 'draft', approved: 'draft' },
  submit: { draft: 'in-review' },
  return: { 'in-review': 'draft', approved: 'draft' },
  approve: { 'in-review': 'approved' },
  publish: { approved: 'published' },
};

/** The status after the act. Throws `wrong-state` where the act does not fit. */
export function letterAfter(status: LetterStatus, act: LetterAct): LetterStatus {
  const next = NEXT[act][status];
  if (next) return next;
  throw new Refusal('wrong-state', {
    detail: `A letter that is ${status} cannot take "${act}".`,
    current: { status },
  });
}

export function letterFits(status: LetterStatus, act: LetterAct): boolean {
  return NEXT[act][status] !== undefined;
}
