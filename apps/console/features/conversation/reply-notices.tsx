import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#contracts/conversations.http.js';
import { textOfDraft } from '#domain/replies/draft-words.js';
import { CopyText } from '../../ui/copyable.js';
import { Notice } from '../../ui/states.js';
import { LastEvent } from './conflict-notice.js';
import { useHolderWords } from './holder-words.js';
import type { Reply } from './use-reply.js';

interface Props {
  conversation: ConversationView;
  reply: Reply;
}

/** What changed around a text that is not sent yet, and what can be done about it. The text itself is never touched. */
export function ReplyNotices({ conversation, reply }: Props) {
  const { t } = useTranslation();
  const words = useHolderWords(conversation);
  if (!conversation.may.reply && !conversation.may.claim) {
    return (
      <Notice tone="warn">
        <p>{t('conversation.composer.lost', words)}</p>
        <Group gap="xs">
          <CopyText text={textOfDraft(reply.words)} />
          <Small onClick={reply.discard}>{t('conversation.composer.discard')}</Small>
        </Group>
      </Notice>
    );
  }
  return (
    <>
      {reply.notice === 'conflict' && (
        <Notice tone="warn">
          <p>{t('conversation.composer.conflict', words)}</p>
          <LastEvent conversationId={conversation.id} />
          <Group gap="xs">
            <Small onClick={reply.send}>{t('conversation.composer.sendAnyway')}</Small>
            <Small onClick={reply.dismiss}>{t('conversation.composer.keep')}</Small>
          </Group>
        </Notice>
      )}
      {reply.notice === 'uncertain' && <Notice tone="late">{t('conversation.composer.uncertain')}</Notice>}
      {reply.notice === 'alreadySent' && <Notice tone="warn">{t('conversation.composer.alreadySent')}</Notice>}
      {reply.notice === 'restored' && reply.hasBegun && (
        <Notice tone="info">
          {t('conversation.composer.restored')}{' '}
          <Small onClick={reply.discard}>{t('conversation.composer.discard')}</Small>
        </Notice>
      )}
    </>
  );
}

function Small({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <Button size="compact-sm" variant="default" onClick={onClick}>
      {children}
    </Button>
  );
}
