import { useTranslation } from 'react-i18next';
import type { DeadlineRule, MessageClass } from '#domain/deadlines/deadline-policy.js';
import { useFormat, useLocalised } from '../../lib/i18n.js';
import { percentOf } from './policy-draft.js';

type Within = Pick<DeadlineRule, 'amount' | 'unit' | 'clock' | 'atLatestDays'>;

/** Rules as an officer would say them. */
export function usePolicyWords(classes: readonly MessageClass[]) {
  const { t } = useTranslation();
  const localised = useLocalised();
  const format = useFormat();
  const within = ({ amount, unit, clock, atLatestDays }: Within): string => {
    const time = t(`policies.within.${clock}.${unit}`, { count: amount, number: format.number(amount) });
    if (atLatestDays === null) return time;
    return t('policies.within.latest', { time, count: atLatestDays, number: format.number(atLatestDays) });
  };
  const className = (code: string): string => {
    const known = classes.find((one) => one.code === code);
    return known ? localised(known.name) : code;
  };
  const whom = ({ classCode, priority }: Pick<DeadlineRule, 'classCode' | 'priority'>): string => {
    const named = classCode === null ? null : className(classCode);
    const weight = priority === null ? null : t(`triage.priority.${priority}`);
    if (named && weight) return t('policies.whom.both', { class: named, priority: weight });
    return named ?? (weight ? t('policies.whom.priority', { priority: weight }) : t('policies.whom.all'));
  };
  const shares = (warnAt: readonly number[]): string =>
    warnAt.map((share) => t('policies.percent', { number: percentOf(share) })).join(t('policies.history.and'));
  const holding = (days: number): string =>
    days === 0 ? t('policies.holding.none') : t('policies.holding.days', { count: days, number: format.number(days) });
  return { within, whom, className, shares, holding };
}
