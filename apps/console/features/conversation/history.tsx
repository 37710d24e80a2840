import { Group, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { HistoryEntry } from '#contracts/conversations.http.js';
import { announce } from '../../lib/announce.js';
import { useFormat } from '../../lib/i18n.js';
import { useMe } from '../../lib/session.js';
import { Failure, Loading, RefetchFailure } from '../../ui/states.js';
import classes from './conversation.module.css';
import { historyQuery, latestFirst } from './conversation.queries.js';
import { HISTORY_KINDS, type HistoryKind, KIND_OF } from './history-kinds.js';
import { useHistoryWords } from './history-words.js';
import { useConversationAddress } from './use-merging.js';

/** Who did what, when and why: all of it, or one kind, from either end. */
export function History({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<HistoryKind | 'all'>('all');
  const [isOldestFirst, setOldestFirst] = useState(false);
  const history = useQuery(historyQuery(conversationId));
  useSpokenNews(history.data?.items);
  const all = latestFirst(history.data?.items ?? []);
  const ofKind = kind === 'all' ? all : all.filter(({ type }) => KIND_OF[type] === kind);
  const items = isOldestFirst ? ofKind.toReversed() : ofKind;
  return (
    <section className={classes.panel} aria-labelledby="history">
      <h3 id="history" className={classes.panelTitle}>
        {t('conversation.history.title')}
      </h3>
      {history.isPending && <Loading />}
      {history.isLoadingError && <Failure error={history.error} onRetry={() => void history.refetch()} />}
      {history.isRefetchError && <RefetchFailure error={history.error} onRetry={() => void history.refetch()} />}
      {all.length > 1 && <Choices {...{ kind, isOldestFirst, onKind: setKind, onOldestFirst: setOldestFirst }} />}
      {history.data && items.length === 0 && (
        <p className={classes.dim}>{t(all.length === 0 ? 'conversation.history.empty' : 'merging.history.none')}</p>
      )}
      <ol className={classes.history}>
        {items.map((entry) => (
          <Fact key={entry.id} entry={entry} />
        ))}
      </ol>
    </section>
  );
}

interface ChoicesProps {
  kind: HistoryKind | 'all';
  isOldestFirst: boolean;
  onKind: (kind: HistoryKind | 'all') => void;
  onOldestFirst: (isOldestFirst: boolean) => void;
}

function Choices({ kind, isOldestFirst, onKind, onOldestFirst }: ChoicesProps) {
  const { t } = useTranslation();
  return (
    <Group gap="xs" mb="xs" grow>
      <NativeSelect
        size="xs"
        label={t('merging.history.filter')}
        value={kind}
        onChange={({ currentTarget: { value } }) => onKind(HISTORY_KINDS.find((one) => one === value) ?? 'all')}
      >
        <option value="all">{t('merging.history.all')}</option>
        {HISTORY_KINDS.map((one) => (
          <option key={one} value={one}>
            {t(`merging.history.kind.${one}`)}
          </option>
        ))}
      </NativeSelect>
      <NativeSelect
        size="xs"
        label={t('merging.history.order')}
        value={isOldestFirst ? 'oldest' : 'newest'}
        onChange={({ currentTarget: { value } }) => onOldestFirst(value === 'oldest')}
      >
        <option value="newest">{t('merging.history.newest')}</option>
        <option value="oldest">{t('merging.history.oldest')}</option>
      </NativeSelect>
    </Group>
  );
}

function Fact({ entry }: { entry: HistoryEntry }) {
  const { t } = useTranslation();
  const format = useFormat();
  const addressOf = useConversationAddress();
  const { what, why, link } = useHistoryWords()(entry);
  return (
    <li>
      <div>{what}</div>
      {why.map((line) => (
        <div key={line} className={classes.dim}>
          {line}
        </div>
      ))}
      {link && (
        <div>
          <Link to={addressOf(link.id)}>{t('merging.history.open', { reference: link.reference })}</Link>
        </div>
      )}
      <time className={classes.dim} dateTime={entry.at}>
        {format.dateTime(entry.at)}
      </time>
    </li>
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
