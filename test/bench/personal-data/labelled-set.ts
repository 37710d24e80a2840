import { PERSONAL_DATA_KINDS, type PersonalDataKind } from '#domain/moderation/personal-data/personal-datum.js';
import { ENGLISH_CASES } from './cases.en.js';
import { CHINESE_CASES } from './cases.zh.js';

export interface Label {
  kind: PersonalDataKind;
  start: number;
  end: number;
}

export interface LabelledCase {
  body: string;
  labels: Label[];
  language: 'zh' | 'en';
  /** Every second case was kept out of sight while the rules were tuned: its misses were not read before the rules were done. */
  isHeldOut: boolean;
}

const MARK = /\{([a-z-]+)\|([^}]*)\}/g;

export const LABELLED_SET: readonly LabelledCase[] = [
  ...CHINESE_CASES.map((marked, index) => ({
    ...readCase(marked),
    language: 'zh' as const,
    isHeldOut: index % 2 === 1,
  })),
  ...ENGLISH_CASES.map((marked, index) => ({
    ...readCase(marked),
    language: 'en' as const,
    isHeldOut: index % 2 === 1,
  })),
];

/** `{kind|text}` becomes its text and a label. */
export function readCase(marked: string): Pick<LabelledCase, 'body' | 'labels'> {
  const labels: Label[] = [];
  let removed = 0;
  const body = marked.replace(MARK, (mark, name: string, text: string, at: number) => {
    const kind = PERSONAL_DATA_KINDS.find((known) => known === name);
    if (!kind) throw new Error(`"${name}" is no kind of personal data`);
    const start = at - removed;
    labels.push({ kind, start, end: start + text.length });
    removed += mark.length - text.length;
    return text;
  });
  return { body, labels };
}
