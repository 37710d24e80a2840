import { Button, Group } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#contracts/conversations.http.js';
import { type NoteView, notedSchema } from '#contracts/notes.http.js';
import { act } from '../../lib/http.js';
import { useTell } from '../../lib/tell.js';
import { Notice } from '../../ui/states.js';
import { refetchAround } from './conversation.queries.js';

interface Props {
  conversation: ConversationView;
  note: NoteView;
  onDone: () => void;
}

/** Asked first: the words cannot be brought back. */
export function NoteDelete({ conversation, note, onDone }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const tell = useTell();
  const path = `/conversations/${note.conversationId}/notes/${note.id}?version=${note.version}`;
  const remove = useMutation({
    mutationFn: () => act(notedSchema, { method: 'DELETE', path }),
    onSuccess: () => {
      onDone();
      tell.done(t('notes.deletedDone'));
    },
    onError: (error) => tell.problem(error),
    onSettled: () => refetchAround(queries, conversation.id),
  });
  return (
    <Notice tone="warn">
      <p>{t('notes.deleteAsk')}</p>
      <Group gap="xs">
        <Button size="compact-xs" color="red" autoFocus loading={remove.isPending} onClick={() => remove.mutate()}>
          {t('notes.deleteYes')}
        </Button>
        <Button size="compact-xs" variant="default" onClick={onDone}>
          {t('common.cancel')}
        </Button>
      </Group>
    </Notice>
  );
}
