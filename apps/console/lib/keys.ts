/** Query keys by what they show; the live feed marks them stale by their first words. */
export const keys = {
  me: ['me'],
  departments: ['departments'],
  colleagues: (slug: string) => ['colleagues', slug],
  officials: (slug: string) => ['officials', slug],
  inboxes: ['inbox'],
  inbox: (query: object) => ['inbox', query],
  counts: ['inbox-counts'],
  conversation: (id: string) => ['conversation', id],
  history: (id: string) => ['history', id],
  held: ['held'],
  heldIn: (department: string | null) => ['held', department],
  letterLists: ['letters'],
  letters: (status: string) => ['letters', status],
  letter: (id: string) => ['letter', id],
  responseTimes: (query: object) => ['response-times', query],
  liveFigures: (timeZone: string) => ['live-figures', timeZone],
} as const;
