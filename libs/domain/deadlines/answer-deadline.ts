const MS_PER_HOUR = 3_600_000;

/** When an answer is promised, in calendar time. No promise in the department's policy means null, not zero. */
export function answerDueAt(waitingSince: Date, answerWithinHours: number | null): Date | null {
  return answerWithinHours === null ? null : new Date(waitingSince.getTime() + answerWithinHours * MS_PER_HOUR);
}
