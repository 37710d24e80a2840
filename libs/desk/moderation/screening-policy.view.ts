import type {
  ScreeningPolicyInput,
  ScreeningPolicyVersions,
  ScreeningPolicyView,
  TriedScreening,
} from '#contracts/screening.http.js';
import type { Department } from '#database/entities/department.entity.js';
import { FINDING_KINDS } from '#domain/moderation/finding-kinds.js';
import type { Finding } from '#domain/moderation/screening.js';
import { appliedPolicy, type ScreeningPolicy, type WordLists } from '#domain/moderation/screening-policy.js';
import type { firstLook, Judged } from '#domain/moderation/verdict.js';
import { departmentView } from '../conversations/department.view.js';
import type { NamedPolicyVersion } from './screening-policy.queries.js';

interface Shown {
  newest: NamedPolicyVersion | null;
  /** What it would begin with. */
  start: ScreeningPolicy;
  channels: { slug: string; name: string }[];
  mayChange: boolean;
}

export function screeningPolicyView(department: Department | null, shown: Shown): ScreeningPolicyView {
  const { newest, start, channels, mayChange } = shown;
  return {
    department: department && departmentView(department),
    version: newest?.version ?? 0,
    policy: policyView(newest?.policy ?? start),
    why: newest?.why ?? null,
    changedBy: newest?.byName ?? null,
    changedAt: newest?.createdAt.toISOString() ?? null,
    channels: channels.map(({ slug, name }) => ({ slug, name })),
    may: { change: mayChange },
  };
}

export function screeningPolicyVersionsView(versions: readonly NamedPolicyVersion[]): ScreeningPolicyVersions {
  return {
    items: versions.map(({ version, policy, why, byName, createdAt }) => ({
      version,
      policy: policyView(policy),
      why,
      byName,
      at: createdAt.toISOString(),
    })),
  };
}

export function triedView(
  { verdict, because, isAlarm }: Judged,
  { findings, first }: { findings: Finding[]; first: ReturnType<typeof firstLook> },
): TriedScreening {
  return { verdict, because: [...new Set(because.map(({ kind }) => kind))], findings, first, isAlarm };
}

/** A row for every kind, also for those that are younger than the version. */
function policyView(policy: ScreeningPolicy): ScreeningPolicyInput {
  const { ruleOf } = appliedPolicy(policy, null);
  const rules = FINDING_KINDS.map((kind) => ({
    kind,
    holdFrom: ruleOf(kind)?.holdFrom ?? null,
    rejectFrom: ruleOf(kind)?.rejectFrom ?? null,
  }));
  const { channels, lookFirstAt, blockedWords, suspectWords, helpline } = policy;
  return {
    rules,
    channels: channels.map(({ channel, look }) => ({ channel, look })),
    lookFirstAt: [...lookFirstAt],
    blockedWords: wordsView(blockedWords),
    suspectWords: wordsView(suspectWords),
    helpline: { en: helpline.en, zh: helpline.zh },
  };
}

const wordsView = ({ zh, en }: WordLists) => ({ zh: [...zh], en: [...en] });
