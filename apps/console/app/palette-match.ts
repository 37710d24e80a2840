export interface PaletteEntry {
  id: string;
  /** The heading under which it stands. */
  group: string;
  words: string;
  /** Beside the words, and found by them too. */
  detail?: string;
  keys: readonly string[];
  run: () => void;
}

const MOST = 60;

/** Entries that hold every word that was typed, in any order; those that begin with what was typed come first. */
export function matching(entries: readonly PaletteEntry[], typed: string): readonly PaletteEntry[] {
  const query = folded(typed);
  const wanted = query.split(' ').filter(Boolean);
  const fitting = entries.filter((entry) => wanted.every((word) => textOf(entry).includes(word)));
  const begins = (entry: PaletteEntry) => (query !== '' && folded(entry.words).startsWith(query) ? 0 : 1);
  return distinct(fitting.toSorted((a, b) => begins(a) - begins(b))).slice(0, MOST);
}

/** In the order in which their first entry comes. */
export function grouped(entries: readonly PaletteEntry[]): readonly { group: string; entries: PaletteEntry[] }[] {
  return [...Map.groupBy(entries, ({ group }) => group)].map(([group, members]) => ({ group, entries: members }));
}

/** What was used last stands above, and not a second time in its own group. */
function distinct(entries: readonly PaletteEntry[]): PaletteEntry[] {
  const seen = new Set<string>();
  return entries.filter(({ id }) => !seen.has(id) && seen.add(id));
}

const textOf = ({ words, detail = '' }: PaletteEntry) => folded(`${words} ${detail}`);

/** Case, accents, full-width letters and the kind of space make no difference. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s,:：，]+/g, ' ')
    .trim();
}
