import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isEmptyDraft } from '#domain/replies/draft-words.js';
import type { ReplyKind } from '#domain/replies/reply-kind.js';
import { useFormat } from '../../lib/i18n.js';
import classes from './conversation.module.css';
import type { Draft } from './use-draft.js';
import type { Reply } from './use-reply.js';

interface Props {
  reply: Reply;
  /** Characters that still fit. */
  left: number;
  canSend: boolean;
  /** It has to be claimed first; one press does both. */
  claims: boolean;
  isShown: boolean;
  kind: ReplyKind;
}

export function SendBar({ reply, left, canSend, claims, isShown, kind }: Props) {
  const { t } = useTranslation();
  return (
    <Group justify="space-between" mt="xs" gap="xs">
      <Kept draft={reply.draft} left={left} />
      {isShown && (
        <Button
          type="submit"
          disabled={!canSend}
          loading={reply.isSending}
          aria-keyshortcuts="Control+Enter Meta+Enter"
        >
          {t(claims ? 'replies.claimAndSend' : SEND[kind])}
        </Button>
      )}
    </Group>
  );
}

const SEND = {
  answer: 'conversation.composer.send',
  question: 'waiting.composer.sendQuestion',
  holding: 'waiting.composer.sendHolding',
} as const;

const WARN_FROM = 1_000;

/** Where the words are: on the desk, on their way there, only on this device, or nowhere but on the screen. */
function Kept({ draft, left }: { draft: Draft; left: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { editor, state, isKept } = draft;
  if (left < 0) {
    return <strong role="alert">{t('conversation.composer.tooLong', { number: format.number(-left) })}</strong>;
  }
  const isOnlyHere = editor.isDirty && state.failure !== null && state.theirs === null;
  if (isOnlyHere) return <strong>{t(isKept ? 'replies.kept.here' : 'conversation.composer.notKept')}</strong>;
  const isSaving = editor.isDirty || state.isSaving;
  const where = isEmptyDraft(state.text) ? '' : t(isSaving ? 'replies.kept.saving' : 'replies.kept.onDesk');
  const room = left < WARN_FROM ? t('conversation.composer.left', { number: format.number(left) }) : '';
  return <span className={classes.dim}>{[where, room].filter(Boolean).join(' · ')}</span>;
}
