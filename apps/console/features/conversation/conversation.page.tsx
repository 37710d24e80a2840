import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useParams } from 'react-router';
import type { ConversationView } from '#contracts/conversations.http.js';
import { useBack } from '../../lib/back.js';
import { isOutOfSight } from '../../lib/http.js';
import { useSeenHere } from '../../lib/notifications.js';
import { useShortcuts } from '../../lib/shortcuts.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Failure, Loading, RefetchFailure } from '../../ui/states.js';
import { ActBar } from './act-bar.js';
import { AssignmentPanel } from './assignment-panel.js';
import { Composer } from './composer.js';
import classes from './conversation.module.css';
import { conversationQuery } from './conversation.queries.js';
import { ConversationHeader } from './conversation-header.js';
import { DeadlinesPanel } from './deadlines-panel.js';
import { FactsPanel } from './facts-panel.js';
import { HandoverNotice } from './handover-notice.js';
import { History } from './history.js';
import { KeptWords } from './kept-words.js';
import { useLeavingToast } from './leaving-toast.js';
import { MergedNotice } from './merged-notice.js';
import { NoteComposer } from './note-composer.js';
import { PartsNotice } from './parts-notice.js';
import { PresenceLine } from './presence-line.js';
import { RelatedPanel } from './related-panel.js';
import { SimilarPanel } from './similar-panel.js';
import { Thread } from './thread.js';
import { TriageBar } from './triage-bar.js';
import { useAct } from './use-act.js';
import { usePresence } from './use-presence.js';

export function ConversationPage() {
  const { conversationId = '' } = useParams();
  const back = useBackToList();
  const conversation = useQuery(conversationQuery(conversationId));
  const { t } = useTranslation();
  useShortcuts('page', { back: { keys: ['Escape'], words: t('conversation.backToList'), run: back } });
  if (!conversation.data || isOutOfSight(conversation.error)) {
    return (
      <>
        {conversation.isPending ? (
          <Loading title={t('conversation.label')} />
        ) : (
          <Unreadable query={conversation} onBack={back} />
        )}
        {/* Stays while it is asked for again. */}
        {conversation.errorUpdateCount > 0 && <KeptWords conversationId={conversationId} />}
      </>
    );
  }
  return (
    <div className={classes.frame}>
      {conversation.isRefetchError && (
        <RefetchFailure error={conversation.error} onRetry={() => void conversation.refetch()} />
      )}
      <Conversation key={conversationId} conversation={conversation.data} onBack={back} />
    </div>
  );
}

function Conversation({ conversation, onBack }: { conversation: ConversationView; onBack: () => void }) {
  const { t } = useTranslation();
  const acts = useAct(conversation);
  const { may } = conversation;
  const presence = usePresence(conversation.id, { mayWrite: may.reply || may.claim });
  useLeavingToast(conversation);
  useSeenHere(conversation.id);
  const composer = useRef<HTMLTextAreaElement>(null);
  return (
    <article className={classes.page}>
      <ConversationHeader conversation={conversation} onBack={onBack} />
      <TriageBar conversation={conversation} />
      <PresenceLine conversationId={conversation.id} />
      <ActBar conversation={conversation} acts={acts} onReply={() => composer.current?.focus()} />
      <MergedNotice conversation={conversation} />
      <HandoverNotice conversation={conversation} />
      <div className={classes.columns}>
        <section className={classes.thread} aria-labelledby="thread">
          <h2 id="thread" className="visually-hidden">
            {t('conversation.thread')}
          </h2>
          <Thread conversation={conversation} />
          <PartsNotice conversation={conversation} />
          <Composer conversation={conversation} field={composer} onWrite={presence.wrote} />
          <NoteComposer conversation={conversation} />
        </section>
        <aside className={classes.aside} aria-label={t('conversation.facts')}>
          <AssignmentPanel conversation={conversation} />
          <DeadlinesPanel conversation={conversation} />
          <FactsPanel conversation={conversation} />
          <RelatedPanel conversation={conversation} />
          <SimilarPanel conversation={conversation} />
          <History conversationId={conversation.id} />
        </aside>
      </div>
    </article>
  );
}

interface UnreadableProps {
  query: { error: unknown; refetch: () => Promise<unknown> };
  onBack: () => void;
}

/** Also after a transfer to where the officer sees nothing: what was on the screen is not shown on. */
function Unreadable({ query, onBack }: UnreadableProps) {
  const { t } = useTranslation();
  const isBesideList = useLocation().pathname.startsWith('/inbox/');
  return (
    <Failure error={query.error} onRetry={() => void query.refetch()}>
      <PageHeading title={t('conversation.label')} order={isBesideList ? 2 : 1} />
      <Button variant="default" onClick={onBack}>
        {t('conversation.backToList')}
      </Button>
    </Failure>
  );
}

/** Within the inbox to the list as it was. */
function useBackToList(): () => void {
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const back = useBack('/inbox');
  return pathname.startsWith('/inbox/') ? () => void navigate({ pathname: '/inbox', search }) : back;
}
