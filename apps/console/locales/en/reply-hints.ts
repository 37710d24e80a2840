export const replyHints = {
  otherLanguage: 'The citizen wrote in {{message}}; this reply is in {{answer}}.',
  languages: { en: 'English', zh: 'Chinese' },
  left_one: '{{channel}}: one character left of {{limit}}',
  left_other: '{{channel}}: {{count}} characters left of {{limit}}',
  over_one: '{{channel}} takes {{limit}} characters: one too many',
  over_other: '{{channel}} takes {{limit}} characters: {{count}} too many',
};
