import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Decision } from '#domain/moderation/decision.lifecycle.js';
import { isDistressing } from '#domain/moderation/distressing.js';
import { useListKeys } from '../../lib/list-keys.js';
import { useCoversDistressing } from './covering-choice.js';
import { HeldCard } from './held-card.js';
import classes from './moderation.module.css';
import { authorQuery, claimsQuery } from './moderators.queries.js';
import { type QueuedMessage, reportedIn } from './queued-message.js';
import { useClaim } from './use-claim.js';
import { useDecisionKeys } from './use-decision-keys.js';
import { useDismiss } from './use-dismiss.js';
import { useGoneOn } from './use-gone-on.js';

interface Deciding {
  messageId: string;
  decision: Decision;
}

interface Props {
  items: readonly QueuedMessage[];
  /** What is left behind these is fetched before they are used up. */
  onNearEnd?: () => void;
}

/** Further on than this, the next page is fetched. */
const NEAR_END = 8;

/** One message at a time is decided on; j and k move, and each decision has its key. */
export function HeldList({ items, onNearEnd }: Props) {
  const queries = useQueryClient();
  const list = useRef<HTMLUListElement>(null);
  const [currentId, setCurrentId] = useState<string | null>(null);
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  const [openedIds, setOpenedIds] = useState<ReadonlySet<string>>(new Set());
  const covers = useCoversDistressing();
  const claims = useQuery(claimsQuery).data?.items ?? [];
  const dismissing = useDismiss();
  const index = items.findIndex(({ messageId }) => messageId === currentId);
  const current = items[index];
  const { takeOver } = useClaim(current?.messageId ?? null);
  const nextId = items[index + 1]?.messageId;
  useEffect(() => {
    if (nextId) void queries.prefetchQuery(authorQuery(nextId));
  }, [nextId, queries]);
  useEffect(() => {
    if (index >= items.length - NEAR_END) onNearEnd?.();
  }, [index, items.length, onNearEnd]);
  const goTo = (next: number) => {
    const item = items[Math.max(0, Math.min(items.length - 1, next))];
    if (!item) return;
    setCurrentId(item.messageId);
    cardOf(list.current, item.messageId)?.focus();
  };
  useGoneOn({ items, currentId, goTo, leave: () => setDeciding(null) });
  const stop = (messageId: string) => {
    setDeciding(null);
    cardOf(list.current, messageId)?.focus();
  };
  const open = (messageId: string) => {
    setOpenedIds((ids) => new Set(ids).add(messageId));
    cardOf(list.current, messageId)?.focus();
  };
  const dismiss = (item: QueuedMessage | undefined) => {
    const reported = item && reportedIn(item);
    if (reported && !dismissing.isPending) dismissing.mutate(reported);
  };
  /** To cover words one has to see them. */
  const isRedacting = (messageId: string) => deciding?.messageId === messageId && deciding.decision === 'redact';
  const isCovered = ({ messageId, findings }: QueuedMessage) =>
    covers && !openedIds.has(messageId) && !isRedacting(messageId) && isDistressing(findings);
  const claimOf = ({ messageId }: QueuedMessage) => claims.find((one) => one.messageId === messageId && !one.isOwn);
  useListKeys({ list, moveBy: (step) => goTo(index + step) });
  useDecisionKeys({
    message: current ?? items[0],
    decide: (messageId, decision) => setDeciding({ messageId, decision }),
    dismiss: () => dismiss(current ?? items[0]),
    open: current && isCovered(current) ? () => open(current.messageId) : undefined,
    takeOver: current && claimOf(current) ? () => takeOver(current.messageId) : undefined,
    cancel: deciding ? () => stop(deciding.messageId) : undefined,
  });
  return (
    <ul ref={list} className={classes.cards}>
      {items.map((item) => {
        const { messageId } = item;
        return (
          <HeldCard
            key={messageId}
            held={item}
            decision={deciding?.messageId === messageId ? deciding.decision : null}
            isCurrent={messageId === currentId}
            isCovered={isCovered(item)}
            claim={claimOf(item)}
            onDecide={(decision) => setDeciding({ messageId, decision })}
            on={{
              focus: () => setCurrentId(messageId),
              open: () => open(messageId),
              takeOver: () => takeOver(messageId),
              cancel: () => stop(messageId),
              done: () => setDeciding(null),
              dismiss: () => dismiss(item),
            }}
          />
        );
      })}
    </ul>
  );
}

function cardOf(list: HTMLElement | null, messageId: string): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`[data-id="${CSS.escape(messageId)}"]`) ?? null;
}
