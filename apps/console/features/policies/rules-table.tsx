import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PRIORITIES } from '#domain/conversations/priority.js';
import { DEADLINE_CLOCKS, DEADLINE_KINDS, DEADLINE_UNITS } from '#domain/deadlines/deadline-policy.js';
import { useLanguage } from '../../lib/i18n.js';
import classes from './policies.module.css';
import {
  type ClassDraft,
  choice,
  type DraftProblems,
  fieldOf,
  LONGEST,
  MOST_DAYS,
  type PolicyDraft,
  type RuleDraft,
  withRule,
} from './policy-draft.js';
import { useProblemWords } from './problem-words.js';
import { ChoiceCell, COLUMNS, type Column, NumberCell } from './rule-cells.js';

interface Props {
  draft: PolicyDraft;
  problems: DraftProblems;
  onChange: (draft: PolicyDraft) => void;
}

/** Each row one promise. On a narrow screen each becomes a card with its labels. */
export function RulesTable({ draft, problems, onChange }: Props) {
  const { t } = useTranslation();
  const change = (key: number, fields: Partial<RuleDraft>) =>
    onChange({ ...draft, rules: draft.rules.map((rule) => (rule.key === key ? { ...rule, ...fields } : rule)) });
  const remove = (key: number) => onChange({ ...draft, rules: draft.rules.filter((rule) => rule.key !== key) });
  return (
    <div>
      <h3>{t('policies.rules.title')}</h3>
      <p className={classes.hint}>{t('policies.rules.hint')}</p>
      {draft.rules.length === 0 && <p>{t('policies.nothing')}</p>}
      {draft.rules.length > 0 && (
        <table className={classes.rules}>
          <caption className="visually-hidden">{t('policies.rules.title')}</caption>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {t(`policies.rules.${column}`)}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {draft.rules.map((rule, index) => (
              <RuleRow
                key={rule.key}
                rule={rule}
                number={index + 1}
                named={draft.classes}
                problems={problems}
                onChange={(fields) => change(rule.key, fields)}
                onRemove={() => remove(rule.key)}
              />
            ))}
          </tbody>
        </table>
      )}
      <Button size="xs" variant="default" mt="xs" onClick={() => onChange(withRule(draft))}>
        {t('policies.rules.add')}
      </Button>
    </div>
  );
}

interface RowProps {
  rule: RuleDraft;
  number: number;
  named: readonly ClassDraft[];
  problems: DraftProblems;
  onChange: (fields: Partial<RuleDraft>) => void;
  onRemove: () => void;
}

function RuleRow({ rule, number, named, problems, onChange, onRemove }: RowProps) {
  const { t } = useTranslation();
  const problemWords = useProblemWords();
  const nameOf = useClassName();
  const cell = (column: Column) => ({ column, number });
  const wrong = (field: string, most = 0) => problemWords(problems.get(fieldOf('rule', rule.key, field)), { most });
  const everyClass = { value: '', label: t('policies.rules.everyClass') };
  const everyPriority = { value: '', label: t('policies.rules.everyPriority') };
  return (
    <tr>
      <ChoiceCell
        {...cell('kind')}
        value={rule.kind}
        onChange={(value) => onChange({ kind: choice.kind(value, rule.kind) })}
        data={DEADLINE_KINDS.map((value) => ({ value, label: t(`policies.kind.${value}`) }))}
        error={wrong('kind')}
      />
      <ChoiceCell
        {...cell('class')}
        value={String(rule.classKey ?? '')}
        onChange={(value) => onChange({ classKey: value === '' ? null : Number(value) })}
        data={[everyClass, ...named.map((one) => ({ value: String(one.key), label: nameOf(one) }))]}
      />
      <ChoiceCell
        {...cell('priority')}
        value={rule.priority ?? ''}
        onChange={(value) => onChange({ priority: choice.priority(value) })}
        data={[everyPriority, ...PRIORITIES.map((value) => ({ value, label: t(`triage.priority.${value}`) }))]}
      />
      <NumberCell
        {...cell('amount')}
        value={rule.amount}
        onChange={(amount) => onChange({ amount })}
        error={wrong('amount', LONGEST[rule.unit])}
      />
      <ChoiceCell
        {...cell('unit')}
        value={rule.unit}
        onChange={(value) => onChange({ unit: choice.unit(value, rule.unit) })}
        data={DEADLINE_UNITS.map((value) => ({ value, label: t(`policies.unit.${value}`) }))}
      />
      <ChoiceCell
        {...cell('clock')}
        value={rule.clock}
        onChange={(value) => onChange({ clock: choice.clock(value, rule.clock) })}
        data={DEADLINE_CLOCKS.map((value) => ({ value, label: t(`policies.clock.${value}`) }))}
      />
      <NumberCell
        {...cell('latest')}
        placeholder={t('policies.rules.noLatest')}
        value={rule.atLatestDays}
        onChange={(atLatestDays) => onChange({ atLatestDays })}
        error={wrong('latest', MOST_DAYS)}
      />
      <td>
        <Button variant="default" onClick={onRemove} aria-label={t('policies.rules.remove', { number })}>
          <span aria-hidden="true">×</span>
        </Button>
      </td>
    </tr>
  );
}

function useClassName(): (named: ClassDraft) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  return ({ code, en, zh }) => ({ en, zh })[language] || en || zh || code || t('policies.classes.unnamed');
}
