import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#contracts/conversations.http.js';
import { announce } from '../../lib/announce.js';
import { copyText } from '../../ui/copyable.js';
import { Notice } from '../../ui/states.js';
import { LastEvent } from './conflict-notice.js';
import { useHolderWords } from './holder-words.js';
import type { useReply } from './use-reply.js';

interface Props {
  conversation: ConversationView;
  reply: ReturnType<typeof useReply>;
  hasNewMessage: boolean;
}

/** What changed around a text that is not sent yet, and what can be done about it. The text itself is never touched. */
export function ReplyNotices({ conversation, reply, hasNewMessage }: Props) {
  const { t } = useTranslation();
  const words = useHolderWords(conversation);
  if (!conversation.may.reply) {
    return (
      <Notice tone="warn">
        <p>{t('conversation.composer.lost', words)}</p>
        <Buttons>
          <CopyText text={reply.body} />
          <Small onClick={reply.discard}>{t('conversation.composer.discard')}</Small>
        </Buttons>
      </Notice>
    );
  }
  return (
    <>
      {hasNewMessage && <Notice tone="warn">{t('conversation.composer.newMessage')}</Notice>}
      {reply.notice === 'conflict' && (
        <Notice tone="warn">
          <p>{t('conversation.composer.conflict', words)}</p>
          <LastEvent conversationId={conversation.id} />
          <Buttons>
            <Small onClick={reply.send}>{t('conversation.composer.sendAnyway')}</Small>
            <Small onClick={reply.dismiss}>{t('conversation.composer.keep')}</Small>
          </Buttons>
        </Notice>
      )}
      {reply.notice === 'uncertain' && <Notice tone="late">{t('conversation.composer.uncertain')}</Notice>}
      {reply.notice === 'alreadySent' && <Notice tone="warn">{t('conversation.composer.alreadySent')}</Notice>}
      {reply.notice === 'restored' && (
        <Notice tone="info">
          {t('conversation.composer.restored')}{' '}
          <Small onClick={reply.discard}>{t('conversation.composer.discard')}</Small>
        </Notice>
      )}
    </>
  );
}

function Buttons({ children }: { children: ReactNode }) {
  return <Group gap="xs">{children}</Group>;
}

function Small({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <Button size="compact-xs" variant="default" onClick={onClick}>
      {children}
    </Button>
  );
}

function CopyText({ text }: { text: string }) {
  const { t } = useTranslation();
  const copy = async () => announce((await copyText(text)) ? t('common.copied') : t('common.copyFailed'));
  return <Small onClick={() => void copy()}>{t('conversation.composer.copyText')}</Small>;
}
