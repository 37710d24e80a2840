import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PresenceView } from '#contracts/replies.http.js';
import { announce } from '../../lib/announce.js';
import { Tag } from '../../ui/tag.js';
import classes from './conversation.module.css';
import { presenceQuery } from './draft.queries.js';

type Present = PresenceView['items'][number];

const TONE = { drafting: 'warn', viewing: 'calm', idle: 'neutral' } as const;

/** Who else has this conversation open. Nothing at all while one is alone with it. */
export function PresenceLine({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation();
  const items = useQuery(presenceQuery(conversationId)).data?.items ?? [];
  useSpokenArrivals(items);
  if (items.length === 0) return null;
  return (
    <ul className={classes.present} aria-label={t('replies.present.label')}>
      {items.map(({ officer, doing }) => (
        <li key={officer.id}>
          <Tag tone={TONE[doing]}>{t(`replies.present.${doing}`, { name: officer.name })}</Tag>
        </li>
      ))}
    </ul>
  );
}

/** Somebody who begins to write is said once; who only looks in is not worth an interruption. */
function useSpokenArrivals(items: readonly Present[]): void {
  const { t } = useTranslation();
  const known = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const writers = items.filter(({ doing }) => doing === 'drafting').map(({ officer }) => officer);
    const news = writers.filter(({ id }) => !known.current.has(id));
    known.current = new Set(writers.map(({ id }) => id));
    if (news[0]) announce(t('replies.present.drafting', { name: news.map(({ name }) => name).join(', ') }));
  }, [items, t]);
}
