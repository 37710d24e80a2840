import { useRef } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { InboxView } from '#contracts/inbox.http.js';
import { inboxPageSchema } from '#contracts/inbox.http.js';
import { normaliseReference } from '#domain/conversations/reference.js';
import { read, withQuery } from '../../lib/http.js';
import { useMe } from '../../lib/session.js';
import { filterFrom, QUESTION, SAVED } from './inbox-filter.js';
import { keepSearch } from './recent-searches.js';

/** Looking for something is looking through everything: the view it began in comes back when the search is over. */
export function useSearch() {
  const me = useMe();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const viewBefore = useRef<InboxView | null>(null);
  const show = (change: (to: URLSearchParams) => void) => {
    const to = new URLSearchParams(search);
    change(to);
    void navigate({ pathname: '/inbox', search: `?${to}` });
  };
  const clear = () =>
    show((to) => {
      to.delete(QUESTION);
      if (viewBefore.current) to.set('view', viewBefore.current);
      viewBefore.current = null;
    });
  const ask = (typed: string) => {
    const text = typed.trim();
    if (!text) return clear();
    keepSearch(me.id, text);
    if (!search.has(QUESTION)) viewBefore.current = filterFrom(search).view;
    show((to) => {
      to.delete(SAVED);
      to.set(QUESTION, text);
      to.set('view', 'all');
    });
    if (normaliseReference(text)) void openByReference(text);
  };
  /** Whoever types a reference wants that conversation, not a list of one. */
  const openByReference = async (text: string) => {
    const path = withQuery('/inbox', { view: 'all', q: text, limit: 1 });
    const page = await read(path, inboxPageSchema).catch(() => null);
    const [row] = page?.items ?? [];
    if (row?.match?.kind !== 'reference') return;
    void navigate({ pathname: `/inbox/${row.id}`, search: withQuery('', { view: 'all', q: text }) });
  };
  return { asked: search.get(QUESTION) ?? '', ask, clear };
}
