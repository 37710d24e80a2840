import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#contracts/conversations.http.js';
import { useFormat } from '../../lib/i18n.js';
import { Notice } from '../../ui/states.js';
import { reasonWords } from './assignment-words.js';
import classes from './conversation.module.css';

export function AssignmentPanel({ conversation: { assignment, escalatedAt } }: { conversation: ConversationView }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className={classes.panel}>
      <h3 className={classes.panelTitle}>{t('conversation.assignment.title')}</h3>
      {assignment ? (
        <>
          <p className={classes.holder}>{assignment.officer.name}</p>
          {reasonWords(t, format, assignment.reason).map((words) => (
            <p key={words} className={classes.dim}>
              {words}
            </p>
          ))}
          <p className={classes.dim}>
            {t('conversation.assignment.since', { time: format.dateTime(assignment.assignedAt) })}
          </p>
        </>
      ) : (
        <p className={classes.dim}>{t('conversation.assignment.nobody')}</p>
      )}
      {escalatedAt && <Notice tone="warn">{t('staffing.escalated', { time: format.dateTime(escalatedAt) })}</Notice>}
    </section>
  );
}
