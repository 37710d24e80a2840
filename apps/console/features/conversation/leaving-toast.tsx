import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import type { ConversationView } from '#contracts/conversations.http.js';
import { keys } from '../../lib/keys.js';
import { useShortcuts } from '../../lib/shortcuts.js';
import { leavesAt, useSecondsTo, useTakeBack } from './use-take-back.js';

interface Leaving {
  conversationId: string;
  replyId: string;
  citizenName: string;
  at: number;
}

/** Who sends and goes on to the next conversation can still take the reply back from there. */
export function useLeavingToast(conversation: ConversationView): void {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const { id: conversationId, citizen, thread } = conversation;
  const own = thread
    .filter((entry) => entry.kind === 'reply')
    .filter(({ state, isOwn, isStuck }) => state === 'waiting' && isOwn && !isStuck);
  const ids = own.map(({ id }) => id).join(' ');
  const onLeaving = useEffectEvent(() => {
    // Signed out: nobody's name stands on the page where the next one signs in.
    if (queries.getQueryData(keys.me) === null) return;
    const readAt = queries.getQueryState(keys.conversation(conversationId))?.dataUpdatedAt ?? Date.now();
    for (const reply of own) {
      const leaving = { conversationId, replyId: reply.id, citizenName: citizen.name, at: leavesAt(reply, readAt) };
      const goBack = () => void navigate({ pathname, search });
      notifications.show({
        id: reply.id,
        message: <LeavingToast {...leaving} onTakenBack={goBack} />,
        color: 'yellow',
        autoClose: Math.max(1_000, leaving.at - Date.now()),
        closeButtonProps: { 'aria-label': t('common.close') },
      });
    }
  });
  useEffect(() => {
    for (const id of ids.split(' ')) notifications.hide(id);
  }, [ids]);
  useEffect(() => () => onLeaving(), []);
}

function LeavingToast({
  conversationId,
  replyId,
  citizenName,
  at,
  onTakenBack,
}: Leaving & { onTakenBack: () => void }) {
  const { t } = useTranslation();
  const seconds = useSecondsTo(at);
  const back = useTakeBack(conversationId, replyId);
  const undo = () =>
    back.mutate(undefined, {
      onSuccess: () => {
        notifications.hide(replyId);
        onTakenBack();
      },
    });
  useShortcuts('screens', {
    undoReply: { keys: ['u'], words: t('replies.undo'), run: back.isPending ? undefined : undo },
  });
  return (
    <Group justify="space-between" gap="xs">
      {/* The toast is a live region: a countdown in it would be read out every second. */}
      <span aria-hidden="true">{t('replies.leavesElsewhere', { name: citizenName, seconds })}</span>
      <span className="visually-hidden">{t('replies.leavesSoon')}</span>
      <Button size="xs" variant="default" loading={back.isPending} onClick={undo} aria-keyshortcuts="u">
        {t('replies.undo')}
      </Button>
    </Group>
  );
}
