import { Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type RefObject, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#contracts/conversations.http.js';
import { BODY_LIMIT } from '#contracts/intake.http.js';
import type { DraftView } from '#contracts/replies.http.js';
import { NO_WORDS } from '#domain/replies/draft-words.js';
import { useOfferedWords } from '../../lib/reply-words.js';
import { useShortcuts } from '../../lib/shortcuts.js';
import { CannedReplies } from './canned-replies.js';
import { ColleagueNotice } from './colleague-notice.js';
import classes from './conversation.module.css';
import { draftQuery } from './draft.queries.js';
import { DraftConflict } from './draft-conflict.js';
import { EarlierDrafts } from './earlier-drafts.js';
import { HoldingFields } from './holding-fields.js';
import { NewcomerNotice } from './newcomer-notice.js';
import { leftOnChannel, ReplyHints } from './reply-hints.js';
import { ReplyKindChoice } from './reply-kind-choice.js';
import { isWholeReply, textGoingOut } from './reply-kinds.js';
import { ReplyNotices } from './reply-notices.js';
import { SendBar } from './send-bar.js';
import { useColleagues } from './use-colleagues.js';
import { useReply } from './use-reply.js';

interface Props {
  conversation: ConversationView;
  field: RefObject<HTMLTextAreaElement | null>;
  /** At each keystroke, for those who have the conversation open too. */
  onWrite: () => void;
}

const NO_DRAFT: DraftView = { version: 0, ...NO_WORDS, updatedAt: null };

/** Not before it is known what the officer has written here already, on whichever device. */
export function Composer(props: Props) {
  const draft = useQuery(draftQuery(props.conversation.id));
  if (draft.isPending) return null;
  return <Writing {...props} onDesk={draft.data ?? NO_DRAFT} />;
}

function Writing({ conversation, field, onWrite, onDesk }: Props & { onDesk: DraftView }) {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const reply = useReply(conversation, onDesk);
  const { may } = conversation;
  const { kind } = reply.words;
  const colleagues = useColleagues(conversation, reply.hasBegun);
  const mayWrite = may.reply || may.claim;
  const left = BODY_LIMIT - [...reply.body].length;
  const goesOut = textGoingOut(conversation, reply.words);
  const fitsChannel = (leftOnChannel(conversation, goesOut) ?? 0) >= 0;
  const isWhole = isWholeReply(conversation, reply.words);
  const canSend = mayWrite && isWhole && left >= 0 && fitsChannel && !reply.isSending;
  const write = (text: string) => {
    reply.write(text);
    onWrite();
  };
  useOfferedWords(
    conversation.id,
    // What is being sent is not changed any more: it would be gone with it.
    mayWrite && !reply.isSending ? (words) => write(insertedAt(field.current, reply.body, words)) : undefined,
  );
  useShortcuts('writing', {
    send: {
      keys: ['Mod+Enter'],
      words: t('conversation.composer.send'),
      run: canSend ? reply.send : undefined,
      within: form,
    },
  });
  if (!mayWrite && !reply.hasBegun) return null;
  return (
    <form
      ref={form}
      data-composer=""
      className={classes.composer}
      onSubmit={(event) => {
        event.preventDefault();
        if (canSend) reply.send();
      }}
    >
      <ReplyNotices conversation={conversation} reply={reply} />
      <NewcomerNotice newcomers={reply.newcomers} onSendAnyway={canSend ? reply.sendAnyway : undefined} />
      <DraftConflict {...reply.draft} />
      <ColleagueNotice
        conversationId={conversation.id}
        colleagues={colleagues}
        reply={reply}
        mayTakeOver={mayWrite && may.draft}
      />
      {mayWrite && (
        <ReplyKindChoice
          conversation={conversation}
          reply={reply}
          onChosen={() => focusFirst(form.current, field.current)}
        />
      )}
      {kind === 'holding' && <HoldingFields conversation={conversation} reply={reply} isOff={!mayWrite} />}
      <Textarea
        ref={field}
        label={t(LABEL[kind], { name: conversation.citizen.name })}
        description={`${t('conversation.composer.hint')} ${conversation.isReplyPublic ? t('conversation.composer.publicHint') : ''}`}
        autosize
        minRows={kind === 'holding' ? 2 : 3}
        maxRows={12}
        dir="auto"
        value={reply.body}
        readOnly={reply.isSending || !mayWrite || colleagues.isWarning}
        aria-describedby={colleagues.isWarning ? 'colleague-writing' : undefined}
        onChange={(event) => write(event.currentTarget.value)}
        onBlur={() => void reply.draft.editor.flush()}
        error={left < 0}
      />
      <ReplyHints conversation={conversation} body={reply.body} goesOut={goesOut} />
      <CannedReplies
        conversation={conversation}
        field={field}
        isOffered={mayWrite}
        isOff={reply.isSending}
        onWrite={write}
      />
      <SendBar reply={reply} left={left} canSend={canSend} claims={!may.reply} isShown={mayWrite} kind={kind} />
      <EarlierDrafts
        conversationId={conversation.id}
        isShown={!reply.hasBegun && reply.draft.state.base.version > 0}
        onTake={write}
      />
    </form>
  );
}

const LABEL = {
  answer: 'conversation.composer.label',
  question: 'waiting.composer.question',
  holding: 'waiting.composer.further',
} as const;

/** After the kind was chosen by key: to the field that comes first for it. */
function focusFirst(form: HTMLFormElement | null, field: HTMLTextAreaElement | null): void {
  setTimeout(() => {
    const date = form?.querySelector('input[type="date"]');
    if (date instanceof HTMLInputElement) date.focus();
    else field?.focus();
  });
}

/** At the cursor, in the place of what is selected; at the end where the cursor never was. */
function insertedAt(field: HTMLTextAreaElement | null, body: string, words: string): string {
  const start = field?.selectionStart ?? body.length;
  const end = field?.selectionEnd ?? start;
  return `${body.slice(0, start)}${words}${body.slice(end)}`;
}
