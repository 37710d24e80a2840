import type { Standing } from './author-standing.js';
import type { ScreeningNote } from './finding-kinds.js';
import type { Finding } from './screening.js';
import type { AppliedPolicy, LookMode, ScreeningRule } from './screening-policy.js';

export const VERDICTS = ['publish', 'hold', 'reject'] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface Judged {
  verdict: Verdict;
  /** What made it so, and nothing else that was found. */
  because: Finding[];
  /** Somebody may be in danger: it goes to the front, and no machine rejects it. */
  isAlarm: boolean;
}

/** As sure as that, a danger is taken for one. */
const ALARM_FROM = 0.7;

export const isAlarming = ({ phase, score }: Pick<Finding, 'phase' | 'score'>): boolean =>
  phase === 'danger-to-life' && score >= ALARM_FROM;

interface Author {
  channel: string;
  standing: Standing;
}

/** What follows from what was found, under a policy. */
export function verdictOn(findings: readonly Finding[], applied: AppliedPolicy, author: Author): Judged {
  const isAlarm = findings.some(isAlarming);
  const first = firstLook(applied, author);
  const by = (verdict: Verdict) => findings.filter((one) => verdictOf(one, applied.ruleOf(one.kind)) === verdict);
  const [rejecting, holding] = [by('reject'), by('hold')];
  if (rejecting.length > 0 && !isAlarm) return { verdict: 'reject', because: rejecting, isAlarm };
  const because = [...rejecting, ...holding];
  return { verdict: because.length > 0 || first !== null ? 'hold' : 'publish', because, isAlarm };
}

function verdictOf({ score }: Finding, rule: ScreeningRule | null): Verdict {
  if (!rule) return 'publish';
  if (rule.rejectFrom !== null && score >= rule.rejectFrom) return 'reject';
  return rule.holdFrom !== null && score >= rule.holdFrom ? 'hold' : 'publish';
}

/** Why a moderator looks before anything is published, whatever was found; null where nobody has to. */
export function firstLook({ policy }: AppliedPolicy, { channel, standing }: Author): 'channel' | 'author' | null {
  if (policy.lookFirstAt.includes(standing)) return 'author';
  const look: LookMode = policy.channels.find((one) => one.channel === channel)?.look ?? 'after';
  if (look === 'before') return 'channel';
  return look === 'unless-known' && standing !== 'known' ? 'channel' : null;
}

/** What is kept with a message of its screening, for staff. */
export interface ScreeningRecord {
  verdict: Verdict;
  findings: Finding[];
  notes: ScreeningNote[];
  isAlarm: boolean;
  /** The versions that judged; 0: what every desk begins with, null: the department has none of its own. */
  policy: { desk: number; department: number | null };
}
