import type { TFunction } from 'i18next';
import { unknownVariables } from '#domain/canned-replies/variables.js';
import { ProblemError } from '../../lib/http.js';

export interface CannedForm {
  /** Empty: one's own. */
  department: string;
  title: string;
  shortcut: string;
  language: 'en' | 'zh';
  body: string;
}

type Problems = Partial<Record<'title' | 'shortcut' | 'body', string | false>>;

const ONE_WORD = /^[\p{L}\p{N}][\p{L}\p{N}-]*$/u;

/** What keeps it from being saved, by field; also what only the desk could know. */
export function problemsOf(t: TFunction, form: CannedForm, error: unknown): Problems {
  const missing = t('canned.missingField');
  const unknown = unknownVariables(form.body);
  const isTaken = error instanceof ProblemError && error.problem.errors?.some(({ field }) => field === 'shortcut');
  const shortcut = form.shortcut.trim();
  return {
    title: form.title.trim() === '' && missing,
    shortcut:
      (shortcut !== '' && !ONE_WORD.test(shortcut) && t('canned.wrongShortcut')) ||
      (isTaken && t('canned.takenShortcut')),
    body:
      (form.body.trim() === '' && missing) ||
      (unknown.length > 0 && t('canned.unknown', { names: unknown.map((name) => `{${name}}`).join(' ') })),
  };
}
