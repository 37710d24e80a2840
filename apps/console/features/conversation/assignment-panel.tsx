import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#contracts/conversations.http.js';
import { useFormat } from '../../lib/i18n.js';
import classes from './conversation.module.css';

type Reason = NonNullable<ConversationView['assignment']>['reason'];

export function AssignmentPanel({ conversation: { assignment } }: { conversation: ConversationView }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className={classes.panel}>
      <h3 className={classes.panelTitle}>{t('conversation.assignment.title')}</h3>
      {assignment ? (
        <>
          <p className={classes.holder}>{assignment.officer.name}</p>
          <p className={classes.dim}>{reasonWords(t, assignment.reason)}</p>
          <p className={classes.dim}>
            {t('conversation.assignment.since', { time: format.dateTime(assignment.assignedAt) })}
          </p>
        </>
      ) : (
        <p className={classes.dim}>{t('conversation.assignment.nobody')}</p>
      )}
    </section>
  );
}

function reasonWords(t: TFunction, { rule, eligible, inHand, capacity, byOfficerName }: Reason): string {
  if (rule === 'claimed') return t('conversation.assignment.rule.claimed');
  if (rule === 'by-hand') {
    return byOfficerName
      ? t('conversation.assignment.rule.by-hand', { name: byOfficerName })
      : t('conversation.assignment.rule.by-hand-plain');
  }
  const isTold = eligible !== undefined && inHand !== undefined && capacity !== undefined;
  if (!isTold) return t(`conversation.assignment.rule.${rule}-plain`);
  return t(`conversation.assignment.rule.${rule}`, { eligible, inHand, capacity });
}
