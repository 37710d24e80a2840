import type { DeadlinePolicyInput, DeadlinePolicyVersions, DeadlinePolicyView } from '#contracts/deadlines.http.js';
import type { Localised } from '#contracts/directory.http.js';
import type { DeadlinePolicyVersion } from '#database/entities/deadline-policy-version.entity.js';
import type { Department } from '#database/entities/department.entity.js';
import type { DeadlinePolicy } from '#domain/deadlines/deadline-policy.js';
import { plainPolicy } from '#domain/deadlines/deadline-presets.js';
import { departmentView } from '../conversations/department.view.js';

export interface CalendarFacts {
  slug: string;
  nameEn: string;
  nameZh: string;
  version: number;
  timeZone: string;
}

export interface NamedVersion extends DeadlinePolicyVersion {
  byName: string | null;
}

export function deadlinePolicyView(
  department: Department,
  { newest, calendar, mayChange }: { newest: NamedVersion | null; calendar: CalendarFacts | null; mayChange: boolean },
): DeadlinePolicyView {
  return {
    department: departmentView(department),
    version: newest?.version ?? 0,
    policy: policyView(newest?.policy ?? plainPolicy(null)),
    why: newest?.why ?? null,
    changedBy: newest?.byName ?? null,
    changedAt: newest?.createdAt.toISOString() ?? null,
    calendar: calendar && calendarView(calendar),
    may: { change: mayChange },
  };
}

export function deadlinePolicyVersionsView(versions: readonly NamedVersion[]): DeadlinePolicyVersions {
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

export function calendarView({ slug, nameEn, nameZh, version, timeZone }: CalendarFacts) {
  const name: Localised = { en: nameEn, zh: nameZh };
  return { slug, name, version, timeZone };
}

function policyView({ classes, rules, holdingDays, warnAt }: DeadlinePolicy): DeadlinePolicyInput {
  return {
    classes: classes.map(({ code, name }) => ({ code, name: { en: name.en, zh: name.zh } })),
    rules: rules.map(({ kind, classCode, priority, amount, unit, clock, atLatestDays }) => ({
      ...{ kind, classCode, priority, amount, unit, clock, atLatestDays },
    })),
    holdingDays,
    warnAt: [...warnAt],
  };
}
