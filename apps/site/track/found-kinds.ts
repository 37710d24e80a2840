/** The findings of screening that have a word for citizens. */
export const FOUND_KINDS = [
  'too-short',
  'repeated-post',
  'blocked-word',
  'resident-id',
  'mobile-number',
  'landline-number',
  'email-address',
  'foreign-number',
  'bank-card',
  'passport',
  'plate',
  'street-address',
  'personal-name',
  'health',
  'link',
] as const;
