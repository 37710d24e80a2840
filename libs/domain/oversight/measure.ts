/**
 * What is measured, each by the time when it ended:
 * acknowledged: from the first message until a person first acted; first-answer: from the first message to the first
 * answer; next-answer: from a later message to the answer to it; letter: from its first draft to its publication;
 * resolution: from the first message to the answer or closing with which it stays done; reopened and transferred are
 * counted only.
 */
export const MEASURES = [
  'acknowledged',
  'first-answer',
  'next-answer',
  'letter',
  'resolution',
  'reopened',
  'transferred',
] as const;
export type Measure = (typeof MEASURES)[number];

/** How it was answered. */
export const REGISTERS = ['reply', 'letter'] as const;
export type Register = (typeof REGISTERS)[number];

/** What lasts; the others only happen. */
export function isLasting(measure: Measure): boolean {
  return measure !== 'reopened' && measure !== 'transferred';
}

/** Of which something can be open at this moment. */
export const OPEN_MEASURES = ['acknowledged', 'first-answer', 'next-answer', 'letter', 'resolution'] as const;
export type OpenMeasure = (typeof OPEN_MEASURES)[number];
