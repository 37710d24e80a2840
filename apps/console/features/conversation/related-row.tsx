import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Related } from '#contracts/merging.http.js';
import { useFormat, useLocalised } from '../../lib/i18n.js';
import { StatusTag } from '../../ui/status-tag.js';
import classes from './related.module.css';
import { useConversationAddress } from './use-merging.js';

interface Props {
  related: Related;
  /** Why it stands here. */
  because?: ReactNode;
  children?: ReactNode;
}

/** Another conversation in a few lines: what it is about, how far it is, what was answered. */
export function RelatedRow({ related, because, children }: Props) {
  const { t } = useTranslation();
  const addressOf = useConversationAddress();
  const localised = useLocalised();
  const { id, reference, title, excerpt, language, status, department, officerName } = related;
  return (
    <li className={classes.row}>
      <Link to={addressOf(id)} className={classes.link}>
        <span dir="auto" lang={language}>
          {title?.trim() || excerpt}
        </span>
      </Link>
      <span className={classes.facts}>
        <StatusTag status={status} />
        <span className={classes.reference}>{reference}</span>
        <span>{localised(department.name)}</span>
        {officerName && <span>{t('merging.related.with', { name: officerName })}</span>}
      </span>
      {because && <span className={classes.facts}>{because}</span>}
      <LastAnswer related={related} />
      {children}
    </li>
  );
}

function LastAnswer({ related: { lastAnswer, openedAt, status } }: { related: Related }) {
  const { t } = useTranslation();
  const format = useFormat();
  const opened = t('merging.related.opened', { time: format.dateTime(openedAt) });
  if (!lastAnswer) {
    const isOpen = status === 'queued' || status === 'assigned';
    return (
      <span className={classes.facts}>
        {[opened, isOpen && t('merging.related.unanswered')].filter(Boolean).join(' · ')}
      </span>
    );
  }
  const { at, excerpt } = lastAnswer;
  return (
    <span className={classes.answer} dir="auto">
      {t('merging.related.answered', { time: format.dateTime(at), excerpt })}
    </span>
  );
}
