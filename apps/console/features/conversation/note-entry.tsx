import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#contracts/conversations.http.js';
import type { NoteView } from '#contracts/notes.http.js';
import { mayOnNote } from '#domain/notes/note.permissions.js';
import { useFormat } from '../../lib/i18n.js';
import { useNow } from '../../lib/now.js';
import { actorOf, useMe } from '../../lib/session.js';
import { Tag } from '../../ui/tag.js';
import classes from './note.module.css';
import { NoteDelete } from './note-delete.js';
import { recallNoteEdit } from './note-draft.js';
import { NoteEdit } from './note-edit.js';
import { NoteText } from './note-text.js';
import { EntryFrame } from './thread.js';

interface Props {
  conversation: ConversationView;
  note: NoteView;
}

type Doing = 'edit' | 'edit-resumed' | 'delete' | null;

export function NoteEntry({ conversation, note }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const officerId = useMe().id;
  const may = useMayOnNote(conversation, note);
  const [doing, setDoing] = useState<Doing>(() => {
    const isBegun = recallNoteEdit({ officerId, conversationId: conversation.id, noteId: note.id }) !== null;
    return may.edit && isBegun ? 'edit-resumed' : null;
  });
  const isEditing = doing === 'edit' || doing === 'edit-resumed';
  const facts = (
    <>
      <Tag tone="warn">{t('notes.internal')}</Tag>
      {note.editedAt && !note.deleted && <span>{t('notes.edited', { time: format.dateTime(note.editedAt) })}</span>}
      <time dateTime={note.writtenAt}>{format.dateTime(note.writtenAt)}</time>
    </>
  );
  const stop = () => setDoing(null);
  return (
    <EntryFrame kind="note" title={t('notes.from', { name: note.officer.name })} facts={facts}>
      {note.deleted && (
        <p className={classes.stone}>
          {t('notes.deleted', { name: note.deleted.officerName, time: format.dateTime(note.deleted.at) })}
        </p>
      )}
      {!note.deleted && !isEditing && <NoteText note={note} />}
      {isEditing && (
        <NoteEdit
          conversation={conversation}
          note={note}
          isAsked={doing === 'edit'}
          onDone={stop}
          onAgain={() => setDoing('edit')}
        />
      )}
      {!note.deleted && <Earlier note={note} />}
      {doing === 'delete' && <NoteDelete conversation={conversation} note={note} onDone={stop} />}
      {doing === null && (may.edit || may.delete) && (
        <Group gap="xs" mt="xs">
          {may.edit && <Small words={t('notes.edit')} onClick={() => setDoing('edit')} />}
          {may.delete && <Small words={t('notes.delete')} onClick={() => setDoing('delete')} />}
        </Group>
      )}
    </EntryFrame>
  );
}

function useMayOnNote(
  { id, department, mergedInto }: ConversationView,
  note: NoteView,
): { edit: boolean; delete: boolean } {
  const actor = actorOf(useMe());
  const now = new Date(useNow());
  if (note.deleted) return { edit: false, delete: false };
  // What was written in a conversation that has been merged stays as it came, or is taken out.
  const isCarriedOn = note.conversationId === id && !mergedInto;
  const facts = { departmentId: department.id, authorId: note.officer.id, writtenAt: new Date(note.writtenAt) };
  return {
    edit: isCarriedOn && mayOnNote(actor, 'edit', { note: facts, now }),
    delete: mayOnNote(actor, 'delete', { note: facts, now }),
  };
}

function Earlier({ note }: { note: NoteView }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (note.earlier.length === 0) return null;
  return (
    <details className={classes.earlier}>
      <summary>{t('notes.earlier', { count: note.earlier.length })}</summary>
      {note.earlier.map(({ body, writtenAt }) => (
        <div key={writtenAt}>
          <time dateTime={writtenAt}>{format.dateTime(writtenAt)}</time>
          <div className={classes.earlierText}>
            <NoteText note={{ ...note, body }} />
          </div>
        </div>
      ))}
    </details>
  );
}

function Small({ words, onClick }: { words: string; onClick: () => void }) {
  return (
    <Button size="compact-xs" variant="default" onClick={onClick}>
      {words}
    </Button>
  );
}
