import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { inboxPageSchema } from '#contracts/inbox.http.js';
import { SEARCH_MAX_CHARACTERS } from '#contracts/search.http.js';
import { normaliseReference } from '#domain/conversations/reference.js';
import { read, withQuery } from '../lib/http.js';
import { useTell } from '../lib/tell.js';
import type { PaletteEntry } from './palette-match.js';

/** What was typed, taken for a reference where it is one, and else for words to search by. */
export function usePaletteSearch(): (typed: string) => PaletteEntry[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const tell = useTell();
  const open = async (reference: string) => {
    const { items } = await read(withQuery('/inbox', { view: 'all', q: reference, limit: 1 }), inboxPageSchema);
    const found = items.find((row) => row.reference === reference);
    if (!found) return tell.hint(t('keys.palette.unknownReference', { reference }));
    await navigate(`/conversations/${found.id}`);
  };
  return (typed) => {
    const words = typed.trim().slice(0, SEARCH_MAX_CHARACTERS);
    if (words === '') return [];
    const reference = normaliseReference(words);
    const search = `?${new URLSearchParams({ view: 'all', q: words })}`;
    const entry = reference
      ? { words: t('keys.palette.openReference', { reference }), run: () => void open(reference).catch(tell.problem) }
      : { words: t('keys.palette.searchFor', { words }), run: () => void navigate({ pathname: '/inbox', search }) };
    return [{ id: 'search', group: t('keys.palette.search'), keys: [], ...entry }];
  };
}
