import { useTranslation } from 'react-i18next';
import type { DeadlinePolicy, DeadlineRule } from '#domain/deadlines/deadline-policy.js';
import { useFormat, useLocalised } from '../../lib/i18n.js';
import classes from './policies.module.css';
import type { PolicyChange } from './policy-diff.js';
import { usePolicyWords } from './policy-words.js';

interface Props {
  changes: readonly PolicyChange[];
  before: DeadlinePolicy;
  after: DeadlinePolicy;
}

/** What one version has that the one before it had not. */
export function ChangeList({ changes, before, after }: Props) {
  const { t } = useTranslation();
  const wordsOf = useChangeWords(before, after);
  if (changes.length === 0) return <p>{t('policies.changes.none')}</p>;
  return (
    <ul className={classes.plain}>
      {changes.map((change) => {
        const words = wordsOf(change);
        return <li key={words}>{words}</li>;
      })}
    </ul>
  );
}

function useChangeWords(before: DeadlinePolicy, after: DeadlinePolicy): (change: PolicyChange) => string {
  const { t } = useTranslation();
  const localised = useLocalised();
  const format = useFormat();
  const old = usePolicyWords(before.classes);
  const now = usePolicyWords([...after.classes, ...before.classes]);
  const promised = (rule: DeadlineRule) =>
    t('policies.changes.promised', { kind: t(`policies.kind.${rule.kind}`), whom: now.whom(rule) });
  return (change) => {
    switch (change.what) {
      case 'rule': {
        const { from, to } = change;
        if (from && to) {
          const times = { from: old.within(from), to: now.within(to) };
          return t('policies.changes.ruleChanged', { promised: promised(to), ...times });
        }
        if (to) return t('policies.changes.ruleAdded', { promised: promised(to), within: now.within(to) });
        return from ? t('policies.changes.ruleGone', { promised: promised(from), within: old.within(from) }) : '';
      }
      case 'class': {
        const { from, to } = change;
        if (from && to) return t('policies.changes.classNamed', { from: localised(from.name), to: localised(to.name) });
        if (to) return t('policies.changes.classAdded', { name: localised(to.name) });
        return from ? t('policies.changes.classGone', { name: localised(from.name) }) : '';
      }
      case 'holding':
        return t('policies.changes.holding', { from: format.number(change.from), to: format.number(change.to) });
      case 'warnAt': {
        const none = t('policies.warnings.none');
        return t('policies.changes.warnAt', {
          from: old.shares(change.from) || none,
          to: now.shares(change.to) || none,
        });
      }
    }
  };
}
