export const report = {
  link: 'Report this message',
  title: 'Report a message',
  message: 'The message',
  lead: 'A moderator of the department looks at it. Your report is not public, and the author is not told of it. If somebody is in danger right now, call the emergency services.',
  reason: 'What is wrong with it?',
  reasons: {
    danger: 'Somebody may be in danger',
    'personal-data': 'It shows personal data',
    abuse: 'It insults or threatens somebody',
    unlawful: 'It is against the law',
    spam: 'It is advertising or spam',
    other: 'Something else',
  },
  words: 'In your own words (optional)',
  wordsHint: 'What the moderator should know. At most {{limit, number}} characters.',
  known: 'Know me again when I report something else',
  knownHint:
    'Sets a cookie that is sent with reports only, for a year: reports of readers who were right before are looked at first. Without it nothing connects your reports.',
  send: 'Send the report',
  sent: 'Thank you for your report',
  sentText: 'A moderator looks at the message. A second report of the same message from you changes nothing.',
  back: 'Back to the conversation',
  problem: {
    reason: 'Choose what is wrong with the message',
    long: 'Your words must have at most {{limit, number}} characters; they have {{length, number}}',
  },
};
