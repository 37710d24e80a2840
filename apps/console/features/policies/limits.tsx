import { NumberInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './policies.module.css';
import { type DraftProblems, MOST_HOLDING_DAYS, type PolicyDraft } from './policy-draft.js';
import { useProblemWords } from './problem-words.js';

interface Props {
  draft: PolicyDraft;
  problems: DraftProblems;
  onChange: (draft: PolicyDraft) => void;
}

/** What holds for all promises: how long they may be put off, and when somebody is warned. */
export function Limits({ draft, problems, onChange }: Props) {
  const { t } = useTranslation();
  const problemWords = useProblemWords();
  return (
    <div className={classes.pair}>
      <NumberInput
        label={t('policies.holding.label')}
        description={t('policies.holding.hint')}
        hideControls
        allowDecimal={false}
        allowNegative={false}
        clampBehavior="none"
        value={draft.holdingDays}
        onChange={(holdingDays) => onChange({ ...draft, holdingDays })}
        error={problemWords(problems.get('holding'), { most: MOST_HOLDING_DAYS })}
      />
      <TextInput
        label={t('policies.warnings.label')}
        description={t('policies.warnings.hint')}
        value={draft.warnAt}
        onChange={(event) => onChange({ ...draft, warnAt: event.currentTarget.value })}
        error={problemWords(problems.get('warnAt'))}
      />
    </div>
  );
}
