export const performance = {
  nav: 'How long it takes',
  title: 'How long answers take',
  lead: 'The same figures that the departments’ supervisors see, with how many they are of and who still waits.',
  period: 'Period',
  all: 'All of history',
  lastDays: 'Last {{days}} days',
  none: 'There are not enough answers to publish figures yet: at least {{least}} of a department are needed.',
  lagging: 'These figures are {{seconds}} seconds behind.',
  historyBehind:
    'A calendar or a promised time has changed: what was before is still being measured by it, and these figures still change.',
  department: 'Department',
  measures: {
    'first-answer': 'First answer',
    acknowledged: 'First looked at by an officer',
    'next-answer': 'Answers to further messages',
    letter: 'Open letters',
    resolution: 'Until the matter was settled',
  },
  means: {
    'first-answer': 'From a citizen’s first message to the first answer of the department.',
    acknowledged: 'From a citizen’s first message until a person at the department first did something with it.',
    'next-answer': 'From a further message of a citizen to the answer to it.',
    letter: 'From the first draft of an open letter to its publication.',
    resolution: 'From a citizen’s first message to the answer or closing with which it stayed settled.',
  },
  columns: {
    n: 'How many',
    medianHours: 'Median',
    p75Hours: '75 % within',
    p90Hours: '90 % within',
    p95Hours: '95 % within',
    meanHours: 'Mean',
    within: 'Within what was promised',
    withinFiveDays: 'Within 5 × 24 hours',
    withinSevenDays: 'Within 7 × 24 hours',
    waiting: 'Waiting now',
    longest: 'Longest wait now',
  },
  hours: '{{hours}} h',
  days: '{{days}} d',
  share: '{{share}} ({{n}} of {{of}})',
  unpublished: 'too few',
  tooFewAnswers: 'Too few answers to be published.',
  few: 'Too few to be shown: {{names}}.',
  and: ', ',
  method: 'How these figures are made',
  methodTime:
    'All times are calendar time: nights, weekends and holidays count. A figure belongs to the day on which the answer was given.',
  methodPercentiles:
    'The median is the time within which half were answered. “90 % within” is the time within which nine of ten were.',
  methodWithin:
    '“Within what was promised” counts those that had a promised time when they ended, by the promise that applied then. What was closed without an answer counts too, by when it was closed. Extensions and time spent waiting for the citizen are part of the promise; they are shown on each conversation.',
  methodWaiting:
    'Who still waits is in no percentile yet. That is why “waiting now” and the longest wait stand beside them: they count every message that no answer has come to, of any length of history. They are shown even where too few were answered, as long as at least {{least}} wait: the longest wait is that of one person, who must not be recognised.',
  methodFew:
    'Figures of fewer than {{least}} are not published: they would say little of the department and much of single people. Nor are those of a shorter period that differs from a longer one by fewer than {{least}}: whoever subtracts one from the other would read the figures of these few.',
  methodDays: 'Days begin and end at midnight in the zone of the department.',
  exact: 'Medians and percentiles are those of every single case.',
  inexact:
    'Medians and percentiles are computed from summaries and are at most {{error}} off. Counts, shares and means are exact.',
  asOf: 'These figures hold everything that had happened until',
  json: 'The same figures for programs (JSON)',
};
