import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppealView } from '#contracts/appeals.http.js';
import { useListKeys } from '../../lib/list-keys.js';
import { useShortcuts } from '../../lib/shortcuts.js';
import { type Act, actsOn } from './appeal-acts.js';
import { AppealCard } from './appeal-card.js';
import classes from './appeals.module.css';

interface Acting {
  id: string;
  act: Act;
}

/** One appeal at a time is worked on; j and k move, and each act has its key. */
export function AppealList({ items }: { items: readonly AppealView[] }) {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  const [currentId, setCurrentId] = useState<string | null>(null);
  const [acting, setActing] = useState<Acting | null>(null);
  const index = items.findIndex(({ id }) => id === currentId);
  const goTo = (next: number) => {
    const item = items[Math.max(0, Math.min(items.length - 1, next))];
    if (!item) return;
    setCurrentId(item.id);
    cardOf(list.current, item.id)?.focus();
  };
  const stop = (id: string) => {
    setActing(null);
    cardOf(list.current, id)?.focus();
  };
  useListKeys({ list, moveBy: (step) => goTo(index + step) });
  const current = items[Math.max(0, index)];
  const can = (act: Act) =>
    current && actsOn(current).includes(act) ? () => setActing({ id: current.id, act }) : undefined;
  useShortcuts('moderation', {
    ask: { keys: ['a'], words: t('appeals.acts.ask'), run: can('ask') },
    overturned: { keys: ['x'], words: t('appeals.acts.overturned'), run: can('overturned') },
    upheld: { keys: ['u'], words: t('appeals.acts.upheld'), run: can('upheld') },
    cancel: { keys: ['Escape'], words: t('keys.acts.cancel'), run: acting ? () => stop(acting.id) : undefined },
  });
  return (
    <ul ref={list} className={classes.cards}>
      {items.map((appeal, place) => (
        <AppealCard
          key={appeal.id}
          appeal={appeal}
          act={acting?.id === appeal.id ? acting.act : null}
          onFocus={() => setCurrentId(appeal.id)}
          onAct={(act) => setActing({ id: appeal.id, act })}
          onCancel={() => stop(appeal.id)}
          onDone={() => {
            setActing(null);
            goTo(place < items.length - 1 ? place + 1 : place - 1);
          }}
        />
      ))}
    </ul>
  );
}

function cardOf(list: HTMLElement | null, id: string): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`) ?? null;
}
