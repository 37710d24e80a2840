import { PUBLIC_FIGURES_FROM } from '#contracts/oversight.http.js';
import type { ModerationFigures, PublicDecision, Transparency } from '#contracts/transparency.http.js';
import type { Department } from '#database/entities/department.entity.js';
import type { LogRow, MonthRows } from './transparency.queries.js';

type Named = Pick<Transparency['departments'][number], 'slug' | 'name'>;

export function namedDepartment({ slug, nameEn, nameZh }: Department): Named {
  return { slug, name: { en: nameEn, zh: nameZh } };
}

/** Of one department, or of the whole desk. */
export function moderationFigures(rows: MonthRows, departmentId: string | null): ModerationFigures {
  const ofIt = (row: { departmentId: string | null }) => departmentId === null || row.departmentId === departmentId;
  const decided = rows.decided.find((row) => row.departmentId === departmentId);
  const { held = 0, heldByScreening = 0, decidedN = 0, medianSeconds = null } = decided ?? {};
  const reasons = reasonsIn(rows.refused.filter(ofIt));
  const appealed = rows.appealed.filter(ofIt);
  const standing = (wanted: string) => sumOf(appealed.filter((row) => row.standing === wanted));
  return {
    received: rows.received.filter(ofIt).reduce((sum, { received }) => sum + received, 0),
    ...{ held, heldByScreening },
    refused: { n: sumOf(reasons), reasons },
    appeals: {
      n: sumOf(appealed),
      undecided: standing('undecided'),
      upheld: standing('upheld'),
      overturned: standing('overturned'),
      overtaken: standing('overtaken'),
    },
    decided: {
      n: decidedN,
      medianHours: medianSeconds === null || decidedN < PUBLIC_FIGURES_FROM ? null : hoursOf(medianSeconds),
    },
  };
}

/** The most frequent first. */
function reasonsIn(rows: MonthRows['refused']): ModerationFigures['refused']['reasons'] {
  const found = new Map<string, ModerationFigures['refused']['reasons'][number]>();
  for (const { wordingEn, wordingZh, n } of rows) {
    const reason = wordingEn === null || wordingZh === null ? null : { en: wordingEn, zh: wordingZh };
    const key = JSON.stringify(reason);
    found.set(key, { reason, n: n + (found.get(key)?.n ?? 0) });
  }
  return [...found.values()].sort((one, other) => other.n - one.n);
}

const sumOf = (rows: readonly { n: number }[]): number => rows.reduce((sum, { n }) => sum + n, 0);

/** To a hundredth: what /performance shows. */
const hoursOf = (seconds: number): number => Math.round(seconds / 36) / 100;

export function publicDecision(row: LogRow, department: Named | null): PublicDecision {
  const { date, decision, isAutomated, wordingEn, wordingZh, appeal } = row;
  const reason = wordingEn === null || wordingZh === null ? null : { en: wordingEn, zh: wordingZh };
  return { date, department, decision, isAutomated, reason, appeal };
}
