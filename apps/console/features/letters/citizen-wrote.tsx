import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { LetterView } from '#contracts/letters.http.js';
import { useFormat } from '../../lib/i18n.js';
import classes from './letters.module.css';

/** What the letter answers, beside the letter. */
export function CitizenWrote({ letter: { conversation } }: { letter: LetterView }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className={classes.wrote} aria-labelledby="citizen-wrote">
      <h2 id="citizen-wrote" className={classes.sectionTitle}>
        {t('letters.citizenWrote', { name: conversation.citizenName })}
      </h2>
      {conversation.title?.trim() && (
        <p className={classes.wroteTitle} dir="auto">
          {conversation.title}
        </p>
      )}
      {conversation.messages.map(({ id, body, postedAt }) => (
        <div key={id} className={classes.message}>
          <time dateTime={postedAt} className={classes.facts}>
            {format.dateTime(postedAt)}
          </time>
          <p className={classes.messageBody} dir="auto">
            {body}
          </p>
        </div>
      ))}
      <Link to={`/conversations/${conversation.id}`}>
        {t('letters.openConversation')} {conversation.reference}
      </Link>
    </section>
  );
}
