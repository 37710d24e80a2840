import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { ThreadEntry } from '#contracts/conversations.http.js';
import { announce } from '../../lib/announce.js';
import { keys } from '../../lib/keys.js';
import { useShortcuts } from '../../lib/shortcuts.js';
import { Notice } from '../../ui/states.js';
import classes from './conversation.module.css';
import { leavesAt, useSecondsTo, useTakeBack } from './use-take-back.js';

type ReplyEntry = Extract<ThreadEntry, { kind: 'reply' }>;
interface Props {
  conversationId: string;
  reply: ReplyEntry;
}

/** A reply that has not left yet: for how long, and the way back. */
export function LeavingReply({ conversationId, reply }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const readAt = queries.getQueryState(keys.conversation(conversationId))?.dataUpdatedAt ?? Date.now();
  const seconds = useSecondsTo(leavesAt(reply, readAt));
  const back = useTakeBack(conversationId, reply.id);
  const words = seconds > 0 ? t('replies.leavesIn', { seconds }) : t('replies.leavesNow');
  const undo = reply.may.takeBack && !back.isPending ? () => back.mutate() : undefined;
  useShortcuts('conversation', { undoReply: { keys: ['u'], words: t('replies.undo'), run: undo } });
  useEffect(() => {
    if (!reply.isStuck) announce(t('replies.leavesSoon'));
  }, [reply.isStuck, t]);
  const button = reply.may.takeBack && (
    <Button
      size="xs"
      variant="default"
      data-undo={reply.id}
      loading={back.isPending}
      onClick={() => back.mutate()}
      aria-keyshortcuts="u"
    >
      {t('replies.undo')}
    </Button>
  );
  if (reply.isStuck) {
    return (
      <Notice tone="late">
        <p>{t('replies.stuck')}</p>
        {button}
      </Notice>
    );
  }
  return (
    <div className={classes.leaving}>
      {/* Said once when it begins; a countdown read out every second would be noise. */}
      <span aria-hidden="true">{words}</span>
      {button}
    </div>
  );
}

/** After sending: unless the officer has gone elsewhere meanwhile. */
export function focusUndo(replyId: string): void {
  const { activeElement } = document;
  if (activeElement !== document.body && !activeElement?.closest('[data-composer]')) return;
  const button = document.querySelector(`[data-undo="${replyId}"]`);
  if (button instanceof HTMLElement) button.focus();
}
