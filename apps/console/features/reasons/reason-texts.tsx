import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ReasonFields, reasonFieldsSchema } from '#contracts/moderation-reasons.http.js';

const TEXTS = [
  { part: 'wording', language: 'en', label: 'wordingEn', longest: 200 },
  { part: 'wording', language: 'zh', label: 'wordingZh', longest: 200 },
  { part: 'basisWording', language: 'en', label: 'basisEn', longest: 500 },
  { part: 'basisWording', language: 'zh', label: 'basisZh', longest: 500 },
  { part: 'instead', language: 'en', label: 'insteadEn', longest: 500 },
  { part: 'instead', language: 'zh', label: 'insteadZh', longest: 500 },
] as const;

interface Props {
  fields: ReasonFields;
  onChange: (fields: ReasonFields) => void;
  isTried: boolean;
}

/** What citizens read, each in both languages. */
export function ReasonTexts({ fields, onChange, isTried }: Props) {
  const { t } = useTranslation();
  const wrong = reasonFieldsSchema.safeParse(fields).error?.issues.map(({ path }) => String(path[0])) ?? [];
  return TEXTS.map(({ part, language, label, longest }) => {
    const isMissing = isTried && wrong.includes(part) && fields[part][language].trim() === '';
    return (
      <Textarea
        key={label}
        label={t(`decisions.catalogue.${label}`)}
        description={part === 'wording' ? t('decisions.catalogue.wordingHint') : undefined}
        lang={language}
        autosize
        minRows={1}
        maxLength={longest}
        value={fields[part][language]}
        onChange={(event) =>
          onChange({ ...fields, [part]: { ...fields[part], [language]: event.currentTarget.value } })
        }
        error={isMissing && t('decisions.catalogue.required')}
      />
    );
  });
}
