import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '#contracts/conversations.http.js';
import { announce } from '../../lib/announce.js';
import { useFormat } from '../../lib/i18n.js';
import { useMe } from '../../lib/session.js';
import { Failure, Loading, RefetchFailure } from '../../ui/states.js';
import classes from './conversation.module.css';
import { historyQuery, latestFirst } from './conversation.queries.js';
import { useHistoryWords } from './history-words.js';

/** Who did what, when and why; the latest first. */
export function History({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const wordsOf = useHistoryWords();
  const history = useQuery(historyQuery(conversationId));
  useSpokenNews(history.data?.items);
  const items = history.data && latestFirst(history.data.items);
  return (
    <section className={classes.panel}>
      <h3 className={classes.panelTitle}>{t('conversation.history.title')}</h3>
      {history.isPending && <Loading />}
      {history.isLoadingError && <Failure error={history.error} onRetry={() => void history.refetch()} />}
      {history.isRefetchError && <RefetchFailure error={history.error} onRetry={() => void history.refetch()} />}
      {items?.length === 0 && <p className={classes.dim}>{t('conversation.history.empty')}</p>}
      <ol className={classes.history}>
        {items?.map((entry) => {
          const { what, why } = wordsOf(entry);
          return (
            <li key={entry.id}>
              <div>{what}</div>
              {why.map((line) => (
                <div key={line} className={classes.dim}>
                  {line}
                </div>
              ))}
              <time className={classes.dim} dateTime={entry.at}>
                {format.dateTime(entry.at)}
              </time>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** What others do while the conversation is open is said, not only drawn. */
function useSpokenNews(items: readonly HistoryEntry[] | undefined): void {
  const wordsOf = useHistoryWords();
  const { name } = useMe();
  const seen = useRef<string | null>(null);
  const latest = items && latestFirst(items)[0];
  const say = useEffectEvent((entry: HistoryEntry) => announce(wordsOf(entry).what));
  useEffect(() => {
    if (!latest) return;
    const isNews = seen.current !== null && seen.current !== latest.id && latest.actor.name !== name;
    seen.current = latest.id;
    if (isNews) say(latest);
  }, [latest, name]);
}
