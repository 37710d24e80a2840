import type { FieldProblem } from './field-problem.js';

/** Said at the field that keeps what was typed. */
export function tooMany(field: string, secondsToWait: number): FieldProblem[] {
  return [{ field, key: 'problem.tooMany', values: { count: Math.ceil(secondsToWait / 60) } }];
}
