import type { Span } from '../../folded-text.js';

export type PersonalDataKind =
  | 'resident-id'
  | 'mobile-number'
  | 'landline-number'
  | 'foreign-number'
  | 'bank-card'
  | 'email-address';

/** Where in the folded text something personal stands. */
export interface PersonalDatum extends Span {
  kind: PersonalDataKind;
}
