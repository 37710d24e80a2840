import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#contracts/conversations.http.js';
import { type NoteView, notedSchema } from '#contracts/notes.http.js';
import { act } from '../../lib/http.js';
import { useTell } from '../../lib/tell.js';
import { refetchAround } from './conversation.queries.js';
import { mentionLabels, withoutMentions } from './mention-text.js';
import { NoteForm } from './note-form.js';
import { mentionableQuery } from './notes.queries.js';

interface Props {
  conversation: ConversationView;
  note: NoteView;
  onDone: () => void;
}

/** Begins once it is known whom the note may mention, so that no mention turns into plain text. */
export function NoteEdit(props: Props) {
  const officers = useQuery(mentionableQuery(props.conversation.id)).data?.items;
  return officers ? <Editing {...props} officers={officers} /> : null;
}

function Editing({ conversation, note, onDone, officers }: Props & Pick<Parameters<typeof NoteForm>[0], 'officers'>) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const tell = useTell();
  const field = useRef<HTMLTextAreaElement>(null);
  const [body, setBody] = useState(() => withoutMentions(note.body, mentionLabels(officers), note.mentions));
  const [seen] = useState(note.version);
  useEffect(() => field.current?.focus(), []);
  const edit = useMutation({
    mutationFn: (words: string) =>
      act(notedSchema, {
        method: 'PUT',
        path: `/conversations/${conversation.id}/notes/${note.id}`,
        body: { version: seen, body: words },
      }),
    onSuccess: () => {
      onDone();
      tell.done(t('notes.saved'));
    },
    onSettled: () => refetchAround(queries, conversation.id),
  });
  return (
    <NoteForm
      label={t('notes.editLabel')}
      submit={t('notes.save')}
      body={body}
      onChange={setBody}
      officers={officers}
      isPending={edit.isPending}
      error={edit.error}
      field={field}
      onSubmit={edit.mutate}
      onCancel={onDone}
    />
  );
}
