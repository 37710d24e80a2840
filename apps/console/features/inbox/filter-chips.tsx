import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Icon } from '../../ui/icons.js';
import { useFilterWords } from './filter-words.js';
import classes from './filters.module.css';
import type { InboxFilter } from './inbox-filter.js';

/** Why these rows are shown; each reason can be taken away. */
export function FilterChips({ filter }: { filter: InboxFilter }) {
  const { t } = useTranslation();
  const [, setSearch] = useSearchParams();
  const chips = useFilterWords()(filter);
  if (chips.length === 0) return null;
  const remove = (names: readonly string[]) =>
    setSearch((search) => {
      for (const name of names) search.delete(name);
      return search;
    });
  return (
    <ul className={classes.chips} aria-label={t('triage.filter.chips')}>
      {chips.map(({ words, names }) => (
        <li key={words}>
          <button
            type="button"
            className={classes.chip}
            onClick={() => remove(names)}
            aria-label={t('inbox.chips.clear', { filter: words })}
          >
            {words}
            <Icon name="close" size={12} />
          </button>
        </li>
      ))}
      <li>
        <button
          type="button"
          className={classes.chipsClear}
          onClick={() => remove([...chips.flatMap(({ names }) => names), 'saved'])}
        >
          {t('triage.filter.clear')}
        </button>
      </li>
    </ul>
  );
}
