import { useTranslation } from 'react-i18next';
import type { ModerationReasonView } from '#contracts/moderation-reasons.http.js';
import { Tag } from '../../ui/tag.js';
import classes from './reasons.module.css';

/** One version in both languages, as citizens read it, and where it can be given. */
export function ReasonWords({ reason }: { reason: ModerationReasonView }) {
  const { t } = useTranslation();
  const { wording, basis, basisWording, instead, isPublic, isRetired, decisions } = reason;
  return (
    <>
      <div className={classes.facts}>
        <Tag tone={isPublic ? 'good' : 'warn'}>{t(`decisions.catalogue.${isPublic ? 'public' : 'withheld'}`)}</Tag>
        <Tag tone="neutral">{t(`decisions.catalogue.bases.${basis}`)}</Tag>
        {isRetired && <Tag tone="warn">{t('decisions.catalogue.retired')}</Tag>}
        {decisions.map((decision) => (
          <Tag key={decision} tone="neutral">
            {t(`decisions.acts.${decision}`)}
          </Tag>
        ))}
        {decisions.length === 0 && <Tag tone="neutral">{t('decisions.catalogue.none')}</Tag>}
      </div>
      {(['en', 'zh'] as const).map((language) => (
        <p key={language} lang={language}>
          <strong>{wording[language]}</strong> · {basisWording[language]}
          {instead[language] && ` · ${instead[language]}`}
        </p>
      ))}
    </>
  );
}
