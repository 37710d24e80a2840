import { Stack } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#contracts/conversations.http.js';
import { type NoteView, notedSchema } from '#contracts/notes.http.js';
import { act } from '../../lib/http.js';
import { useMe } from '../../lib/session.js';
import { useTell } from '../../lib/tell.js';
import { useUndoOffer } from '../../lib/undo-offer.js';
import { Notice } from '../../ui/states.js';
import { refetchAround } from './conversation.queries.js';
import { mentionLabels, withoutMentions } from './mention-text.js';
import { keepNoteEdit, recallNoteEdit } from './note-draft.js';
import { NoteForm } from './note-form.js';
import { NoteText } from './note-text.js';
import { mentionableQuery } from './notes.queries.js';

interface Props {
  conversation: ConversationView;
  note: NoteView;
  /** What was kept on this device from before is not what the officer asked for just now: it does not take the focus. */
  isAsked: boolean;
  onDone: () => void;
  onAgain: () => void;
}

/** Begins once it is known whom the note may mention, so that no mention turns into plain text. */
export function NoteEdit(props: Props) {
  const officers = useQuery(mentionableQuery(props.conversation.id)).data?.items;
  return officers ? <Editing {...props} officers={officers} /> : null;
}

type EditingProps = Props & Pick<Parameters<typeof NoteForm>[0], 'officers'>;

function Editing({ conversation, note, isAsked, onDone, onAgain, officers }: EditingProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const tell = useTell();
  const offerUndo = useUndoOffer();
  const owner = { officerId: useMe().id, conversationId: conversation.id, noteId: note.id };
  const field = useRef<HTMLTextAreaElement>(null);
  const written = withoutMentions(note.body, mentionLabels(officers), note.mentions);
  const [draft, setDraft] = useState(() => recallNoteEdit(owner) ?? { version: note.version, body: written });
  const isOvertaken = draft.version !== note.version;
  useEffect(() => {
    if (isAsked) field.current?.focus();
  }, [isAsked]);
  const put = (body: string) => {
    setDraft({ ...draft, body });
    keepNoteEdit(owner, body === written ? null : { ...draft, body });
  };
  const edit = useMutation({
    mutationFn: (words: string) =>
      act(notedSchema, {
        method: 'PUT',
        path: `/conversations/${conversation.id}/notes/${note.id}`,
        body: { version: note.version, body: words },
      }),
    onSuccess: () => {
      keepNoteEdit(owner, null);
      onDone();
      tell.done(t('notes.saved'));
    },
    onSettled: () => refetchAround(queries, conversation.id),
  });
  const discard = () => {
    keepNoteEdit(owner, null);
    onDone();
    if (draft.body === written) return;
    const undo = () => {
      keepNoteEdit(owner, draft);
      onAgain();
    };
    offerUndo({ id: `note-edit-discarded-${note.id}`, message: t('notes.discarded'), undo });
  };
  return (
    <Stack gap="xs">
      {isOvertaken && (
        <Notice tone="warn" title={t('notes.overtaken')}>
          <NoteText note={note} />
        </Notice>
      )}
      <NoteForm
        label={t('notes.editLabel')}
        submit={t('notes.save')}
        body={draft.body}
        onChange={put}
        officers={officers}
        isPending={edit.isPending}
        error={edit.error}
        field={field}
        onSubmit={edit.mutate}
        onCancel={discard}
      />
    </Stack>
  );
}
