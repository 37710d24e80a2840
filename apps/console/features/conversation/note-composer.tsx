import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#contracts/conversations.http.js';
import { notedSchema } from '#contracts/notes.http.js';
import { joinedWords } from '#domain/replies/draft-words.js';
import { act } from '../../lib/http.js';
import { useMe } from '../../lib/session.js';
import { useShortcuts } from '../../lib/shortcuts.js';
import { useTell } from '../../lib/tell.js';
import { useUndoOffer } from '../../lib/undo-offer.js';
import { refetchAround } from './conversation.queries.js';
import classes from './note.module.css';
import { keepNote, newNote, recallNote } from './note-draft.js';
import { NoteForm } from './note-form.js';
import { mentionableQuery } from './notes.queries.js';

/** A remark among colleagues, looking different from a reply so that nobody takes one for the other. */
export function NoteComposer({ conversation: { id, status } }: { conversation: ConversationView }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const tell = useTell();
  const offerUndo = useUndoOffer();
  const officerId = useMe().id;
  const [draft, setDraft] = useState(() => recallNote(officerId, id));
  const [isOpen, setOpen] = useState(draft.body !== '');
  const officers = useQuery({ ...mentionableQuery(id), enabled: isOpen }).data?.items ?? [];
  const field = useRef<HTMLTextAreaElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const put = (next: typeof draft) => {
    setDraft(next);
    keepNote(officerId, id, next);
  };
  const close = () => {
    setOpen(false);
    requestAnimationFrame(() => opener.current?.focus());
  };
  const write = useMutation({
    mutationFn: (body: string) =>
      act(notedSchema, { method: 'POST', path: `/conversations/${id}/notes`, body: { noteId: draft.noteId, body } }),
    onSuccess: () => {
      put(newNote());
      close();
      tell.done(t('notes.written'));
    },
    onSettled: () => refetchAround(queries, id),
  });
  const open = () => {
    setOpen(true);
    requestAnimationFrame(() => field.current?.focus());
  };
  const discard = () => {
    put(newNote());
    write.reset();
    close();
    if (!draft.body.trim()) return;
    const undo = () => {
      // Before what has been begun since; on another page it waits here.
      put({ ...draft, body: joinedWords(draft.body, recallNote(officerId, id).body) });
      open();
    };
    offerUndo({ id: `note-discarded-${id}`, message: t('notes.discarded'), undo });
  };
  const mayWrite = status !== 'merged';
  useShortcuts('conversation', { note: { keys: ['o'], words: t('notes.write'), run: mayWrite ? open : undefined } });
  if (!mayWrite && !draft.body) return null;
  if (!isOpen) {
    return (
      <div className={classes.composer}>
        <Button ref={opener} size="xs" variant="default" onClick={open}>
          {t('notes.write')}
        </Button>
      </div>
    );
  }
  return (
    <section className={`${classes.composer} ${classes.open}`} aria-label={t('notes.write')}>
      <NoteForm
        label={t('notes.label')}
        submit={t('notes.submit')}
        body={draft.body}
        onChange={(body) => put({ ...draft, body })}
        officers={officers}
        isPending={write.isPending}
        error={write.error}
        field={field}
        onSubmit={write.mutate}
        onCancel={discard}
      />
    </section>
  );
}
