import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ThreadEntry } from '#contracts/conversations.http.js';
import { useFormat } from '../../lib/i18n.js';
import { Notice } from '../../ui/states.js';
import classes from './conversation.module.css';
import type { Newcomers } from './use-newcomers.js';

interface Props {
  newcomers: Newcomers;
  onSendAnyway: (() => void) | undefined;
}

/** What others have written since this reply was begun, beside it; after a refused send with the decision. */
export function NewcomerNotice({ newcomers, onSendAnyway }: Props) {
  const { t } = useTranslation();
  const { entries, isRefused, read } = newcomers;
  if (entries.length === 0 && !isRefused) return null;
  return (
    <Notice tone="warn" title={t(isRefused ? 'replies.new.refused' : 'replies.new.title')}>
      <ul className={classes.newcomers}>
        {entries.map((entry) => (
          <li key={entry.id}>
            <Newcomer entry={entry} />
          </li>
        ))}
      </ul>
      <Group gap="xs">
        {isRefused && onSendAnyway && (
          <Button size="compact-sm" onClick={onSendAnyway}>
            {t('replies.new.sendAnyway')}
          </Button>
        )}
        <Button size="compact-sm" variant="default" onClick={() => read()}>
          {t(isRefused ? 'replies.new.edit' : 'replies.new.read')}
        </Button>
      </Group>
    </Notice>
  );
}

function Newcomer({ entry }: { entry: ThreadEntry }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (entry.kind === 'letter')
    return <p>{t('replies.new.letter', { title: entry.title, time: format.time(entry.at) })}</p>;
  if (entry.kind !== 'message' && entry.kind !== 'reply') return null;
  const isMessage = entry.kind === 'message';
  const name = isMessage ? entry.citizenName : (entry.officerName ?? t('conversation.reply.unnamed'));
  const time = format.time(isMessage ? entry.receivedAt : entry.sentAt);
  return (
    <>
      <strong>{t(isMessage ? 'replies.new.message' : 'replies.new.reply', { name, time })}</strong>
      <p className={`${classes.body} ${classes.quoted}`} dir="auto">
        {entry.body}
      </p>
    </>
  );
}
