import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/i18n.js';
import { useFindingWords } from '../../ui/marked-text.js';
import classes from './screening.module.css';
import { isUpsideDown, type ScreeningDraft } from './screening-draft.js';
import type { PartProps } from './screening-form.js';

type Rule = ScreeningDraft['rules'][number];

const STEPS = [0.3, 0.5, 0.7, 0.9];

/** Kind by kind: from which score on something waits for a moderator, or is not taken up at all. */
export function RulesTable({ draft: { rules }, isTried, mayChange, onChange }: PartProps) {
  const { t } = useTranslation();
  const words = useFindingWords();
  const put = (changed: Rule) =>
    onChange({ rules: rules.map((rule) => (rule.kind === changed.kind ? changed : rule)) });
  return (
    <div>
      <h3>{t('screening.rules.title')}</h3>
      <p>{t('screening.rules.lead')}</p>
      <table className={classes.rules}>
        <thead>
          <tr>
            <th scope="col">{t('screening.rules.kind')}</th>
            <th scope="col">{t('screening.rules.hold')}</th>
            <th scope="col">{t('screening.rules.reject')}</th>
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => (
            <tr key={rule.kind}>
              <th scope="row">{words(rule.kind)}</th>
              <td data-label={t('screening.rules.hold')}>
                <From
                  label={`${words(rule.kind)}: ${t('screening.rules.hold')}`}
                  value={rule.holdFrom}
                  mayChange={mayChange}
                  onChange={(holdFrom) => put({ ...rule, holdFrom })}
                  error={isTried && isUpsideDown(rule) && t('screening.rules.upsideDown')}
                />
              </td>
              <td data-label={t('screening.rules.reject')}>
                <From
                  label={`${words(rule.kind)}: ${t('screening.rules.reject')}`}
                  value={rule.rejectFrom}
                  mayChange={mayChange}
                  onChange={(rejectFrom) => put({ ...rule, rejectFrom })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface FromProps {
  label: string;
  value: number | null;
  mayChange: boolean;
  onChange: (value: number | null) => void;
  error?: string | false;
}

function From({ label, value, mayChange, onChange, error }: FromProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const steps = value === null || value === 0 || STEPS.includes(value) ? STEPS : [...STEPS, value].sort();
  const inWords = (step: number) => t('screening.rules.from', { score: format.number(step) });
  if (!mayChange)
    return value === null ? t('screening.rules.never') : value === 0 ? t('screening.rules.always') : inWords(value);
  return (
    <NativeSelect
      size="xs"
      aria-label={label}
      value={value === null ? '' : String(value)}
      onChange={({ currentTarget }) => onChange(currentTarget.value === '' ? null : Number(currentTarget.value))}
      error={error}
    >
      <option value="">{t('screening.rules.never')}</option>
      <option value="0">{t('screening.rules.always')}</option>
      {steps.map((step) => (
        <option key={step} value={String(step)}>
          {inWords(step)}
        </option>
      ))}
    </NativeSelect>
  );
}
