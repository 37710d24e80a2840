import type { Mentionable } from '#contracts/notes.http.js';
import { mentionOf, notePartsOf } from '#domain/notes/mentions.js';

type Named = Pick<Mentionable, 'id' | 'name'>;

/** How each is written in a note, such as "@Li Na"; of two with one name the second is "@Li Na 2". */
export function mentionLabels(officers: readonly Named[]): Map<string, string> {
  const taken = new Set<string>();
  const labels = new Map<string, string>();
  for (const { id, name } of officers) {
    let label = `@${name}`;
    for (let n = 2; taken.has(label); n += 1) label = `@${name} ${n}`;
    taken.add(label);
    labels.set(id, label);
  }
  return labels;
}

const LATIN_END = /[\p{Script=Latin}\p{N}]$/u;

/** The note as it is kept: what is written as somebody's label mentions them, whether it was picked or typed. */
export function withMentions(text: string, labels: ReadonlyMap<string, string>): string {
  if (labels.size === 0) return text;
  const byLabel = new Map(Array.from(labels, ([id, label]) => [label, id]));
  const longestFirst = [...byLabel.keys()].sort((a, b) => b.length - a.length);
  // "@Ana" is not the beginning of "@Anabel"; Chinese goes on without a space.
  const patterns = longestFirst.map((label) =>
    LATIN_END.test(label) ? `${escaped(label)}(?![\\p{Script=Latin}\\p{N}])` : escaped(label),
  );
  const pattern = new RegExp(`(?<![\\p{Script=Latin}\\p{N}._-])(?:${patterns.join('|')})`, 'gu');
  return text.replace(pattern, (label) => mentionOf(byLabel.get(label) ?? ''));
}

/** The kept note as it is written: for who edits it. */
export function withoutMentions(body: string, labels: ReadonlyMap<string, string>, names: readonly Named[]): string {
  const nameOf = (id: string) => labels.get(id) ?? `@${names.find((officer) => officer.id === id)?.name ?? '?'}`;
  return notePartsOf(body)
    .map((part) => ('text' in part ? part.text : nameOf(part.officerId)))
    .join('');
}

const LONGEST_QUERY = 40;
const SUGGESTED = 8;

/** What stands between an "@" and the caret; null where nobody is being mentioned. */
export function mentionQuery(text: string, caret: number): { query: string; start: number } | null {
  const before = text.slice(Math.max(0, caret - LONGEST_QUERY - 1), caret);
  const match = /(?<![\p{Script=Latin}\p{N}._-])@([^@\n]*)$/u.exec(before);
  return match ? { query: match[1] ?? '', start: caret - (match[1]?.length ?? 0) - 1 } : null;
}

/** Whom the letters may mean: names that begin so first, then those with a word that does. */
export function suggestedFor(query: string, officers: readonly Mentionable[]): Mentionable[] {
  const wanted = query.toLowerCase();
  const rank = ({ name }: Mentionable) => {
    const own = name.toLowerCase();
    if (own.startsWith(wanted)) return 0;
    return own.includes(` ${wanted}`) || (/\p{Script=Han}/u.test(wanted) && own.includes(wanted)) ? 1 : 2;
  };
  const fitting = officers.map((officer) => ({ officer, rank: rank(officer) })).filter((one) => one.rank < 2);
  return fitting
    .sort((a, b) => a.rank - b.rank || Number(b.officer.isPresent) - Number(a.officer.isPresent))
    .slice(0, SUGGESTED)
    .map(({ officer }) => officer);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
