import type { Span } from '../../folded-text.js';
import type { PersonalDatum } from './personal-datum.js';

/** How a language speaks of somebody's health: who, what, and which words between them make it theirs. */
export interface HealthWords {
  person: RegExp;
  term: RegExp;
  /** Of characters between the person and the term. */
  widestGap: number;
  /** `gap` is what stands between them, `person` who it is. */
  joins(person: string, gap: string, term: string): boolean;
  /** Directly behind the term: then it is a topic, a place or a trade (`癌症筛查`, `cancer ward`). */
  topicAfter: RegExp;
  /** The term first: `my autistic son`, `患癌的母亲`. Sticky, from the term's end; what stands before the term is asked too. */
  personAfter: RegExp;
  /** What the text before the term must end with for that; its match belongs to the span. */
  leadBefore: RegExp;
}

const LONGEST_LEAD = 16;

/** Each term with the nearest person before it; both lists are walked once, so the time grows with the text. */
export function healthIn(text: string, words: HealthWords): PersonalDatum[] {
  const persons = spansOf(text, words.person);
  const found: PersonalDatum[] = [];
  let passed = 0;
  for (const term of spansOf(text, words.term)) {
    while ((persons[passed + 1]?.end ?? Number.POSITIVE_INFINITY) <= term.start) passed += 1;
    const span = personBefore(text, { term, person: persons[passed], words }) ?? personBehind(text, term, words);
    if (span && span.start >= (found.at(-1)?.end ?? 0)) found.push({ kind: 'health', ...span });
  }
  return found;
}

function personBefore(
  text: string,
  { term, person, words }: { term: Span; person: Span | undefined; words: HealthWords },
): Span | null {
  if (!person || person.end > term.start || term.start - person.end > words.widestGap) return null;
  if (isTopic(text, term, words)) return null;
  const [who, gap, what] = [
    text.slice(person.start, person.end),
    text.slice(person.end, term.start),
    text.slice(term.start, term.end),
  ];
  return words.joins(who, gap, what) ? { start: person.start, end: term.end } : null;
}

function personBehind(text: string, term: Span, { personAfter, leadBefore }: HealthWords): Span | null {
  personAfter.lastIndex = term.end;
  const behind = personAfter.exec(text);
  if (!behind) return null;
  const lead = leadBefore.exec(text.slice(Math.max(0, term.start - LONGEST_LEAD), term.start));
  return lead ? { start: term.start - lead[0].length, end: term.end + behind[0].length } : null;
}

function isTopic(text: string, { end }: Span, { topicAfter }: HealthWords): boolean {
  topicAfter.lastIndex = end;
  return topicAfter.test(text);
}

function spansOf(text: string, pattern: RegExp): Span[] {
  return Array.from(text.matchAll(pattern), (match) => ({ start: match.index, end: match.index + match[0].length }));
}
