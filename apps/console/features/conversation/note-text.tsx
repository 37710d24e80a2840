import type { NoteView } from '#contracts/notes.http.js';
import { notePartsOf } from '#domain/notes/mentions.js';
import { useMe } from '../../lib/session.js';
import conversation from './conversation.module.css';
import classes from './note.module.css';

/** Mentions by the names that the officers have today. */
export function NoteText({ note: { body, mentions } }: { note: Pick<NoteView, 'body' | 'mentions'> }) {
  const me = useMe();
  return (
    <p className={conversation.body} dir="auto">
      {notePartsOf(body).map((part) =>
        'text' in part ? (
          <span key={part.start}>{part.text}</span>
        ) : (
          <span key={part.start} className={classes.mention} data-me={part.officerId === me.id || undefined}>
            @{mentions.find(({ id }) => id === part.officerId)?.name ?? '?'}
          </span>
        ),
      )}
    </p>
  );
}
