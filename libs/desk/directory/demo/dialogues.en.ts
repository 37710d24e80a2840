import type { DemoDialogue } from './dialogue.js';

/** Written for the project; the people and places are invented. */
export const ENGLISH_DIALOGUES: readonly DemoDialogue[] = [
  {
    department: 'water-authority',
    citizen: 'Maria Keller',
    title: 'A water bill eleven times the usual amount',
    body: 'My bill for the last two months is for 143 cubic metres. There are two of us in a flat of 60 square metres and until now it was always about 13. The building manager read the meter with me yesterday and it shows the old figure plus 14, so I think a digit slipped in somewhere. Your hotline asked me to pay first and complain later, which I would rather not do. Could somebody look at the reading before the due date on Friday?',
    postedHoursAgo: 84,
    answer: {
      kind: 'reply',
      officer: 'liu@answerable.example',
      hoursAgo: 79.5,
      body: 'You are right and we are sorry: the reader typed 1,143 where the meter says 1,014. The bill has been cancelled and a new one for 14 cubic metres is on its way; it is due three weeks from today, not on Friday. Nobody should have told you to pay first. We have passed that on to the hotline, and we are checking the other 62 readings of that round.',
    },
  },
  {
    department: 'transport-commission',
    citizen: 'Daniel Okafor',
    title: 'Street lights out along the canal path',
    body: 'Nine street lights in a row have been dark on the canal path between the library and the footbridge since the storm last week. Students walk home there after evening classes, and somebody fell on the steps on Tuesday. The number plates on the posts run from C-118 to C-126, if that helps.',
    postedHoursAgo: 112,
    answer: {
      kind: 'reply',
      officer: 'wang@answerable.example',
      hoursAgo: 90,
      body: 'The post numbers helped a great deal, thank you. A junction box under C-117 had filled with water. It was replaced this afternoon, all nine lights burn again, and the box now sits thirty centimetres higher. We will also put a rail along the steps; that takes until the end of the month.',
    },
  },
  {
    department: 'environment-bureau',
    citizen: 'Priya Raman',
    title: 'Why is the recycling point by the market gone?',
    body: 'The recycling point beside the east market disappeared over the weekend, without a notice. I counted eleven neighbours on Sunday who came with full bags and left them on the pavement because the next one is two kilometres away. Has it moved, or is it closed for good? If it is only for the winter, a sheet of paper on the wall would already help.',
    postedHoursAgo: 5.5,
  },
  {
    department: 'health-commission',
    citizen: 'Tom and Hui',
    title: 'Which clinics give vaccinations without a local card?',
    body: 'We moved here in October with a baby of five months. The second dose is due next week, and two clinics sent us away because our residence card is still being made. Is there a clinic where the passport and the vaccination booklet are enough, or a paper that we can bring instead?',
    postedHoursAgo: 0.4,
  },
];
