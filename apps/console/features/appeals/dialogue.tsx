import { useTranslation } from 'react-i18next';
import type { AppealView } from '#contracts/appeals.http.js';
import { useFormat } from '../../lib/i18n.js';
import classes from './appeals.module.css';

/** What was asked and answered, oldest first. */
export function Dialogue({ appeal: { dialogue } }: { appeal: AppealView }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (dialogue.length === 0) return null;
  return (
    <ol className={classes.dialogue} aria-label={t('appeals.dialogue')}>
      {dialogue.map(({ id, kind, body, officerName, at }) => (
        <li key={id}>
          <span className={classes.facts}>
            {t(`appeals.entries.${kind}`, { name: officerName ?? '', time: format.dateTime(at) })}
          </span>
          <p className={classes.words} dir="auto">
            {body}
          </p>
        </li>
      ))}
    </ol>
  );
}
