import type { WordKey } from '../layout/words.js';

/** What is wrong with one field of a form, as words to be said in the reader's language. */
export interface FieldProblem {
  field: string;
  key: WordKey;
  values?: Record<string, string | number>;
}

interface TextRule {
  field: string;
  limit: number;
  long: WordKey;
  /** Missing where the field may be left empty. */
  empty?: WordKey;
}

/** The same limits as the desk's own, said in words that a citizen can act on. */
export function textProblems(value: string, rule: TextRule): FieldProblem[] {
  const { field, limit } = rule;
  const length = [...value].length;
  if (rule.empty && value.trim() === '') return [{ field, key: rule.empty }];
  if (length > limit) return [{ field, key: rule.long, values: { limit, length } }];
  if (value.includes('\0') || !value.isWellFormed()) return [{ field, key: 'problem.characters' }];
  return [];
}

/** A field of a posted form; forms made by hand may lack it or repeat it. Browsers send CRLF: counted as one. */
export function fieldOf(form: unknown, name: string): string {
  if (typeof form !== 'object' || form === null || !Object.hasOwn(form, name)) return '';
  const value: unknown = Reflect.get(form, name);
  return typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : '';
}
