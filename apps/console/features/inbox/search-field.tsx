import { ActionIcon, Autocomplete } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SEARCH_MAX_CHARACTERS } from '#contracts/search.http.js';
import { useMe } from '../../lib/session.js';
import { useShortcuts } from '../../lib/shortcuts.js';
import { Icon } from '../../ui/icons.js';
import { recentSearches } from './recent-searches.js';
import classes from './search.module.css';
import { useSearch } from './use-search.js';

/** Nothing is asked before Enter: half a word, or what an input method is still composing, is no question. */
export function SearchField() {
  const { t } = useTranslation();
  const me = useMe();
  const { asked, ask, clear } = useSearch();
  const [typed, setTyped] = useState(asked);
  const [recent, setRecent] = useState<string[]>([]);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => setTyped(asked), [asked]);
  useShortcuts('list', { search: { keys: ['/'], words: t('search.focus'), run: () => field.current?.select() } });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask(typed);
  };
  const empty = () => {
    setTyped('');
    clear();
    field.current?.focus();
  };
  return (
    <search className={classes.search}>
      <form onSubmit={submit} className={classes.form}>
        <Autocomplete
          ref={field}
          size="sm"
          className={classes.field}
          aria-label={t('search.label')}
          placeholder={t('search.placeholder')}
          maxLength={SEARCH_MAX_CHARACTERS}
          value={typed}
          onChange={setTyped}
          onFocus={() => setRecent(recentSearches(me.id))}
          onOptionSubmit={ask}
          data={recent.length > 0 ? [{ group: t('search.recent'), items: recent }] : []}
          filter={typed.trim() === '' || typed === asked ? ({ options }) => options : undefined}
          leftSection={<Icon name="search" size={16} />}
          rightSection={
            typed && (
              <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t('search.clear')} onClick={empty}>
                <Icon name="close" size={14} />
              </ActionIcon>
            )
          }
          enterKeyHint="search"
          autoComplete="off"
          comboboxProps={{ shadow: 'md' }}
        />
        <button type="submit" className="visually-hidden" tabIndex={-1}>
          {t('search.submit')}
        </button>
      </form>
    </search>
  );
}
