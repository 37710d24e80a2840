import { useTranslation } from 'react-i18next';
import type { AppealView } from '#contracts/appeals.http.js';
import { useFormat, useLocalised } from '../../lib/i18n.js';
import { FindingTags } from '../../ui/findings.js';
import { MarkedText } from '../../ui/marked-text.js';
import classes from './appeals.module.css';

/** What is appealed: the decision with its reason, and the message as it was written. */
export function AppealedMessage({ appeal: { message, decision } }: { appeal: AppealView }) {
  const { t } = useTranslation();
  const localised = useLocalised();
  const format = useFormat();
  const { title, body, findings, redacted } = message;
  const time = format.dateTime(decision.at);
  const by = decision.by ?? t('appeals.screening');
  return (
    <section className={classes.message} aria-label={t('appeals.message')}>
      <p className={classes.decided}>
        {t(`appeals.decided.${decision.decision}`, { by, time, reason: localised(decision.reason) })}
      </p>
      {[decision.explanation, decision.note].map((words) =>
        words ? (
          <p key={words} className={classes.words} dir="auto">
            {words}
          </p>
        ) : null,
      )}
      <FindingTags findings={findings} />
      {title?.trim() && (
        <p className={classes.title} dir="auto">
          <MarkedText text={title} findings={findings} field="title" />
        </p>
      )}
      <p className={classes.words} dir="auto">
        <MarkedText text={body} findings={findings} field="body" />
      </p>
      {redacted && (
        <>
          <p className={classes.facts}>{t('decisions.redact.preview')}</p>
          <p className={classes.words} dir="auto">
            {redacted.body}
          </p>
        </>
      )}
    </section>
  );
}
