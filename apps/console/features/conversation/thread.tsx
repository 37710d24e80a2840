import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ConversationView, ThreadEntry } from '#contracts/conversations.http.js';
import { useFormat } from '../../lib/i18n.js';
import { LetterStatusTag } from '../../ui/status-tag.js';
import { NoteEntry } from './note-entry.js';
import { OriginTag } from './origin-tag.js';
import { ReplyEntry } from './reply-entry.js';
import classes from './thread.module.css';
import { ThreadMessage } from './thread-message.js';

export function Thread({ conversation }: { conversation: ConversationView }) {
  return (
    <ol className={classes.entries}>
      {conversation.thread.map((entry) => (
        <li key={`${entry.kind}-${entry.id}`}>
          {entry.kind === 'message' && <ThreadMessage conversation={conversation} message={entry} />}
          {entry.kind === 'reply' && <ReplyEntry conversation={conversation} reply={entry} />}
          {entry.kind === 'letter' && <LetterEntry letter={entry} />}
          {entry.kind === 'note' && <NoteEntry conversation={conversation} note={entry} />}
        </li>
      ))}
    </ol>
  );
}

interface EntryFrameProps {
  kind: ThreadEntry['kind'];
  title: ReactNode;
  facts: ReactNode;
  /** It has not left the desk. */
  isWaiting?: boolean;
  children: ReactNode;
}

export function EntryFrame({ kind, title, facts, isWaiting = false, children }: EntryFrameProps) {
  return (
    <article className={classes.entry} data-kind={kind} data-waiting={isWaiting || undefined}>
      <header className={classes.entryHead}>
        <h3 className={classes.entryTitle}>{title}</h3>
        <span className={classes.entryFacts}>{facts}</span>
      </header>
      {children}
    </article>
  );
}

function LetterEntry({ letter }: { letter: Extract<ThreadEntry, { kind: 'letter' }> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const facts = (
    <>
      <OriginTag origin={letter.origin} />
      <LetterStatusTag status={letter.status} />
      <time dateTime={letter.at}>{format.dateTime(letter.at)}</time>
    </>
  );
  return (
    <EntryFrame kind="letter" title={t('conversation.letter.from', { name: letter.authorName })} facts={facts}>
      <p className={classes.letterTitle}>{letter.title.trim() || t('conversation.letter.untitled')}</p>
      <Link to={`/letters/${letter.id}`} className={classes.alone}>
        {t('conversation.letter.open')} {letter.reference}
      </Link>
    </EntryFrame>
  );
}
