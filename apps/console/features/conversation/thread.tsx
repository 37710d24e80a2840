import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ConversationView, ThreadEntry } from '#contracts/conversations.http.js';
import { useFormat } from '../../lib/i18n.js';
import { LetterStatusTag } from '../../ui/status-tag.js';
import { Tag } from '../../ui/tag.js';
import classes from './conversation.module.css';
import { ThreadMessage } from './thread-message.js';

export function Thread({ conversation }: { conversation: ConversationView }) {
  return (
    <ol className={classes.entries}>
      {conversation.thread.map((entry) => (
        <li key={`${entry.kind}-${entry.id}`}>
          {entry.kind === 'message' && <ThreadMessage conversation={conversation} message={entry} />}
          {entry.kind === 'reply' && <ReplyEntry reply={entry} />}
          {entry.kind === 'letter' && <LetterEntry letter={entry} />}
        </li>
      ))}
    </ol>
  );
}

interface EntryFrameProps {
  kind: ThreadEntry['kind'];
  title: ReactNode;
  facts: ReactNode;
  children: ReactNode;
}

export function EntryFrame({ kind, title, facts, children }: EntryFrameProps) {
  return (
    <article className={classes.entry} data-kind={kind}>
      <header className={classes.entryHead}>
        <h3 className={classes.entryTitle}>{title}</h3>
        <span className={classes.entryFacts}>{facts}</span>
      </header>
      {children}
    </article>
  );
}

function ReplyEntry({ reply }: { reply: Extract<ThreadEntry, { kind: 'reply' }> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = reply.officerName ?? t('conversation.reply.unnamed');
  const facts = (
    <>
      {reply.isImported && <Tag tone="neutral">{t('conversation.reply.imported')}</Tag>}
      <time dateTime={reply.sentAt}>{format.dateTime(reply.sentAt)}</time>
    </>
  );
  return (
    <EntryFrame kind="reply" title={t('conversation.reply.from', { name })} facts={facts}>
      <p className={classes.body}>{reply.body}</p>
    </EntryFrame>
  );
}

function LetterEntry({ letter }: { letter: Extract<ThreadEntry, { kind: 'letter' }> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const facts = (
    <>
      <LetterStatusTag status={letter.status} />
      <time dateTime={letter.at}>{format.dateTime(letter.at)}</time>
    </>
  );
  return (
    <EntryFrame kind="letter" title={t('conversation.letter.from', { name: letter.authorName })} facts={facts}>
      <p className={classes.letterTitle}>{letter.title.trim() || t('conversation.letter.untitled')}</p>
      <Link to={`/letters/${letter.id}`}>
        {t('conversation.letter.open')} {letter.reference}
      </Link>
    </EntryFrame>
  );
}
