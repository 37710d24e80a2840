import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './policies.module.css';
import {
  type ClassDraft,
  codeFrom,
  type DraftProblems,
  fieldOf,
  type PolicyDraft,
  withClass,
  withoutClass,
} from './policy-draft.js';
import { useProblemWords } from './problem-words.js';

interface Props {
  draft: PolicyDraft;
  problems: DraftProblems;
  onChange: (draft: PolicyDraft) => void;
}

/** What officers may class a message as. Taking a class away takes its rules away with it. */
export function ClassesFields({ draft, problems, onChange }: Props) {
  const { t } = useTranslation();
  const change = (key: number, fields: Partial<ClassDraft>) =>
    onChange({ ...draft, classes: draft.classes.map((one) => (one.key === key ? { ...one, ...fields } : one)) });
  return (
    <div>
      <h3>{t('policies.classes.title')}</h3>
      <p className={classes.hint}>{t('policies.classes.hint')}</p>
      <ul className={classes.classes}>
        {draft.classes.map((one, index) => (
          <ClassRow
            key={one.key}
            named={one}
            number={index + 1}
            problems={problems}
            onChange={(fields) => change(one.key, fields)}
            onRemove={() => onChange(withoutClass(draft, one.key))}
          />
        ))}
      </ul>
      <Button size="xs" variant="default" onClick={() => onChange(withClass(draft))}>
        {t('policies.classes.add')}
      </Button>
    </div>
  );
}

interface RowProps {
  named: ClassDraft;
  number: number;
  problems: DraftProblems;
  onChange: (fields: Partial<ClassDraft>) => void;
  onRemove: () => void;
}

function ClassRow({ named, number, problems, onChange, onRemove }: RowProps) {
  const { t } = useTranslation();
  const problemWords = useProblemWords();
  // A code that was typed, or is in use already, does not follow the name.
  const [follows, setFollows] = useState(named.code === '');
  const wrong = (field: string) => problemWords(problems.get(fieldOf('class', named.key, field)));
  const name = named.en || named.zh || named.code;
  return (
    <li>
      <TextInput
        label={t('policies.classes.en')}
        maxLength={60}
        lang="en"
        value={named.en}
        onChange={({ currentTarget: { value } }) =>
          onChange(follows ? { en: value, code: codeFrom(value) } : { en: value })
        }
        error={wrong('en')}
      />
      <TextInput
        label={t('policies.classes.zh')}
        maxLength={60}
        lang="zh-Hans"
        value={named.zh}
        onChange={(event) => onChange({ zh: event.currentTarget.value })}
        error={wrong('zh')}
      />
      <TextInput
        label={t('policies.classes.code')}
        maxLength={40}
        spellCheck={false}
        value={named.code}
        onChange={(event) => {
          setFollows(false);
          onChange({ code: event.currentTarget.value });
        }}
        error={wrong('code')}
      />
      <Button
        variant="default"
        onClick={onRemove}
        aria-label={name ? t('policies.classes.remove', { name }) : t('policies.classes.removeUnnamed', { number })}
      >
        <span aria-hidden="true">×</span>
      </Button>
    </li>
  );
}
