import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { NotificationView } from '#contracts/notifications.http.js';
import { useFormat, useLocalised } from '../../lib/i18n.js';
import { pathOf, useNotificationWords } from './notification-words.js';
import classes from './notifications.module.css';

interface Props {
  line: NotificationView;
  onOpen?: () => void;
  onMark: (line: NotificationView) => void;
}

export function NotificationLine({ line, onOpen, onMark }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const localised = useLocalised();
  const { what, also } = useNotificationWords()(line);
  const { conversation, readAt, count, at } = line;
  const isUnread = readAt === null;
  const open = () => {
    if (isUnread) onMark(line);
    onOpen?.();
  };
  const title =
    conversation?.title?.trim() || (conversation && t('conversation.untitled', { name: conversation.citizenName }));
  return (
    <li className={classes.line} data-unread={isUnread || undefined} data-kind={line.kind}>
      <div className={classes.words}>
        <Link to={pathOf(line)} className={classes.what} onClick={open}>
          {isUnread && <span className="visually-hidden">{t('notifications.unread')}: </span>}
          {what}
          {count > 1 && (
            <span className={classes.times}> · {t('notifications.times', { number: format.number(count) })}</span>
          )}
        </Link>
        {conversation && (
          <span className={classes.about} dir="auto">
            {title}
          </span>
        )}
        <span className={classes.facts}>
          {conversation && `${conversation.reference} · ${localised(conversation.department)} · `}
          <time dateTime={at}>{format.dateTime(at)}</time>
        </span>
        {also && <span className={classes.facts}>{also}</span>}
      </div>
      <Button size="compact-xs" variant="default" onClick={() => onMark(line)}>
        {t(isUnread ? 'notifications.markRead' : 'notifications.markUnread')}
        <span className="visually-hidden">: {what}</span>
      </Button>
    </li>
  );
}
