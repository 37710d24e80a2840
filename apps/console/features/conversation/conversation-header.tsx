import { ActionIcon } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import type { ConversationView } from '#contracts/conversations.http.js';
import { useFormat, useLocalised } from '../../lib/i18n.js';
import { useNow } from '../../lib/now.js';
import { Copyable } from '../../ui/copyable.js';
import { DeadlineTag } from '../../ui/deadline-tag.js';
import { Icon } from '../../ui/icons.js';
import { PageHeading } from '../../ui/page-heading.js';
import { StatusTag } from '../../ui/status-tag.js';
import { Tag } from '../../ui/tag.js';
import classes from './conversation.module.css';

interface Props {
  conversation: ConversationView;
  onBack: () => void;
}

export function ConversationHeader({ conversation, onBack }: Props) {
  const { t } = useTranslation();
  const localised = useLocalised();
  const format = useFormat();
  const now = useNow();
  const isBesideList = useLocation().pathname.startsWith('/inbox/');
  const { id, reference, status, title, citizen, channel, department, waitingSince, answerDueAt, askedAt, language } =
    conversation;
  // What was said when the time was over put nothing off.
  const isExtended = conversation.thread.some(
    (entry) => entry.kind === 'reply' && entry.holding !== null && entry.holding.until === answerDueAt,
  );
  const heading = title?.trim() || t('conversation.untitled', { name: citizen.name });
  return (
    <header className={classes.header}>
      <div className={classes.headline}>
        <ActionIcon variant="subtle" color="gray" onClick={onBack} aria-label={t('conversation.backToList')}>
          <Icon name="back" />
        </ActionIcon>
        <PageHeading
          order={isBesideList ? 2 : 1}
          title={heading}
          subject={id}
          lang={title?.trim() ? language : undefined}
        />
      </div>
      <div className={classes.headFacts}>
        <StatusTag status={status} />
        {waitingSince && <DeadlineTag dueAt={answerDueAt} isExtended={isExtended} />}
        {askedAt && (
          <Tag tone="calm" title={t('waiting.askedSince', { time: format.dateTime(askedAt) })}>
            {t('waiting.paused')}
          </Tag>
        )}
        {waitingSince && (
          <span>{t('inbox.waiting', { duration: format.duration(now - Date.parse(waitingSince)) })}</span>
        )}
        <span>{citizen.name}</span>
        <span>{localised(department.name)}</span>
        <span>{channel.name}</span>
        <Copyable text={reference} />
      </div>
    </header>
  );
}
