import type { Span } from '../../folded-text.js';

/** Numbers and codes with a form of their own: what a rule can be sure of. */
export const STRUCTURED_KINDS = [
  'resident-id',
  'mobile-number',
  'landline-number',
  'foreign-number',
  'bank-card',
  'email-address',
  'passport',
  'plate',
] as const;

/** What only its words tell. `health` is a special class (GDPR article 9, PIPL article 28). */
export const WORDED_KINDS = ['street-address', 'personal-name', 'health'] as const;

export const PERSONAL_DATA_KINDS = [...STRUCTURED_KINDS, ...WORDED_KINDS] as const;
export type PersonalDataKind = (typeof PERSONAL_DATA_KINDS)[number];

/** Where in the folded text something personal stands. */
export interface PersonalDatum extends Span {
  kind: PersonalDataKind;
}
