import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { WORD_LENGTH_LIMIT, WORDS_LIMIT } from '#contracts/screening.http.js';
import { WORD_LANGUAGES } from '#domain/moderation/screening-policy.js';
import layout from '../../ui/layout.module.css';
import { problemOfWords } from './screening-draft.js';
import type { PartProps } from './screening-form.js';

const LISTS = ['blockedWords', 'suspectWords'] as const;

/** One word or phrase to a line. */
export function WordFields({ draft, isTried, mayChange, onChange }: PartProps) {
  const { t } = useTranslation();
  const problemIn = (text: string) => {
    const problem = isTried && problemOfWords(text);
    return problem && t(`screening.words.${problem}`, { words: WORDS_LIMIT, letters: WORD_LENGTH_LIMIT });
  };
  return (
    <div>
      <h3>{t('screening.words.title')}</h3>
      <p>{t('screening.words.lead')}</p>
      <div className={layout.fields}>
        {LISTS.flatMap((list) =>
          WORD_LANGUAGES.map((language) => (
            <Textarea
              key={`${list}-${language}`}
              label={t(`screening.words.${list}.${language}`)}
              autosize
              minRows={3}
              maxRows={8}
              readOnly={!mayChange}
              value={draft[list][language]}
              onChange={(event) => onChange({ [list]: { ...draft[list], [language]: event.currentTarget.value } })}
              error={problemIn(draft[list][language])}
            />
          )),
        )}
      </div>
    </div>
  );
}
