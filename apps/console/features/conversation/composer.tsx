import { Button, Group, Textarea } from '@mantine/core';
import { type KeyboardEvent, type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#contracts/conversations.http.js';
import { BODY_LIMIT } from '#contracts/intake.http.js';
import { useFormat } from '../../lib/i18n.js';
import classes from './conversation.module.css';
import { ReplyNotices } from './reply-notices.js';
import { useReply } from './use-reply.js';

interface Props {
  conversation: ConversationView;
  field: RefObject<HTMLTextAreaElement | null>;
}

export function Composer({ conversation, field }: Props) {
  const { t } = useTranslation();
  const reply = useReply(conversation);
  const [seenMessages, setSeenMessages] = useState(() => messagesIn(conversation));
  const hasNewMessage = reply.body !== '' && messagesIn(conversation) > seenMessages;
  const mayReply = conversation.may.reply;
  if (!mayReply && !reply.body) return null;
  const left = BODY_LIMIT - [...reply.body].length;
  const canSend = mayReply && reply.body.trim() !== '' && left >= 0;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (canSend) reply.send();
  };
  return (
    <form
      className={classes.composer}
      onSubmit={(event) => {
        event.preventDefault();
        if (canSend) reply.send();
      }}
    >
      <ReplyNotices conversation={conversation} reply={reply} hasNewMessage={hasNewMessage} />
      <Textarea
        ref={field}
        label={t('conversation.composer.label', { name: conversation.citizen.name })}
        description={`${t('conversation.composer.hint')} ${conversation.isReplyPublic ? t('conversation.composer.publicHint') : ''}`}
        autosize
        minRows={3}
        maxRows={12}
        value={reply.body}
        readOnly={reply.isSending || !mayReply}
        onFocus={() => setSeenMessages((seen) => (reply.body ? seen : messagesIn(conversation)))}
        onChange={(event) => reply.write(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        error={left < 0}
      />
      <Group justify="space-between" mt="xs" gap="xs">
        <KeptWords isKept={reply.isKept} hasText={reply.body !== ''} left={left} />
        {mayReply && (
          <Button type="submit" disabled={!canSend} loading={reply.isSending}>
            {t('conversation.composer.send')}
          </Button>
        )}
      </Group>
    </form>
  );
}

const WARN_FROM = 1_000;

function KeptWords({ isKept, hasText, left }: { isKept: boolean; hasText: boolean; left: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (left < 0)
    return <strong role="alert">{t('conversation.composer.tooLong', { number: format.number(-left) })}</strong>;
  if (!isKept) return <strong>{t('conversation.composer.notKept')}</strong>;
  const words = left < WARN_FROM ? t('conversation.composer.left', { number: format.number(left) }) : '';
  return (
    <span className={classes.dim}>
      {[hasText && t('conversation.composer.kept'), words].filter(Boolean).join(' · ')}
    </span>
  );
}

function messagesIn({ thread }: ConversationView): number {
  return thread.filter(({ kind }) => kind === 'message').length;
}
