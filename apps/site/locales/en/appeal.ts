export const appeal = {
  title: 'Your appeal',
  open: 'Appeal this decision',
  label: 'Why you do not agree',
  hint: 'In your own words, at most {{limit, number}} characters. Only moderators read it; it is never public. You can appeal each decision once.',
  send: 'Send the appeal',
  lodged: 'Received on',
  question: 'A moderator asks you,',
  answer: 'You answered,',
  answerLabel: 'Your answer',
  answerHint:
    'At most {{limit, number}} characters. Only moderators read it. Without an answer it may be decided after 7 days.',
  sendAnswer: 'Send the answer',
  decided: 'Decided on',
  unsent: 'What you wrote was not sent. Here it is, so that you do not lose it:',
  status: {
    open: 'Somebody else than the first moderator will decide.',
    asked: 'A moderator waits for your answer.',
    upheld: 'The decision stays as it is.',
    overturned: 'You were right: the decision was taken back.',
    overtaken: 'Your message has been decided on anew. You can appeal that decision.',
  },
};
