export const leaving = {
  title: 'Not everything is saved',
  text_one: 'This text is on this computer only. If you sign out now, it is removed from here and lost.',
  text_other:
    'These {{count}} texts are on this computer only. If you sign out now, they are removed from here and lost.',
  kinds: {
    reply: 'A reply, not sent',
    note: 'A note, not written yet',
    letter: 'A letter',
    policy: 'Promised times, not applied yet',
    screening: 'Screening rules, not applied yet',
    calendar: 'A calendar, not saved yet',
  },
  open: 'Go there',
  retry: 'Save and sign out',
  stay: 'Stay signed in',
  lose_one: 'Sign out and lose it',
  lose_other: 'Sign out and lose them',
};
