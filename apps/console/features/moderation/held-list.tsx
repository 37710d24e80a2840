import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HeldMessage } from '#contracts/moderation.http.js';
import type { Decision } from '#domain/moderation/decision.lifecycle.js';
import { useListKeys } from '../../lib/list-keys.js';
import { useShortcuts } from '../../lib/shortcuts.js';
import { HeldCard } from './held-card.js';
import classes from './moderation.module.css';

interface Deciding {
  messageId: string;
  decision: Decision;
}

/** One message at a time is decided on; j and k move, and each decision has its key. */
export function HeldList({ items }: { items: readonly HeldMessage[] }) {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  const [currentId, setCurrentId] = useState<string | null>(null);
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  const index = items.findIndex(({ messageId }) => messageId === currentId);
  const goTo = (next: number) => {
    const item = items[Math.max(0, Math.min(items.length - 1, next))];
    if (!item) return;
    setCurrentId(item.messageId);
    cardOf(list.current, item.messageId)?.focus();
  };
  const decide = (decision: Decision) => {
    const messageId = items[Math.max(0, index)]?.messageId;
    if (messageId) setDeciding({ messageId, decision });
  };
  const stop = (messageId: string) => {
    setDeciding(null);
    cardOf(list.current, messageId)?.focus();
  };
  useListKeys({ list, moveBy: (step) => goTo(index + step) });
  const can = (act: () => void) => (items.length > 0 ? act : undefined);
  useShortcuts('moderation', {
    publish: { keys: ['x'], words: t('decisions.acts.publish'), run: can(() => decide('publish')) },
    redact: { keys: ['b'], words: t('decisions.acts.redact'), run: can(() => decide('redact')) },
    hide: { keys: ['h'], words: t('decisions.acts.hide'), run: can(() => decide('hide')) },
    reject: { keys: ['r'], words: t('decisions.acts.reject'), run: can(() => decide('reject')) },
    cancel: {
      keys: ['Escape'],
      words: t('keys.acts.cancel'),
      run: deciding ? () => stop(deciding.messageId) : undefined,
    },
  });
  return (
    <ul ref={list} className={classes.cards}>
      {items.map((item, place) => (
        <HeldCard
          key={item.messageId}
          held={item}
          decision={deciding?.messageId === item.messageId ? deciding.decision : null}
          onFocus={() => setCurrentId(item.messageId)}
          onDecide={(decision) => setDeciding({ messageId: item.messageId, decision })}
          onCancel={() => stop(item.messageId)}
          onDone={() => {
            setDeciding(null);
            goTo(place < items.length - 1 ? place + 1 : place - 1);
          }}
        />
      ))}
    </ul>
  );
}

function cardOf(list: HTMLElement | null, messageId: string): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`[data-id="${CSS.escape(messageId)}"]`) ?? null;
}
