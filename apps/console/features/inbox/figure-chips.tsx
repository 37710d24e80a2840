import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { Format } from '../../lib/format.js';
import { useFormat } from '../../lib/i18n.js';
import { Icon } from '../../ui/icons.js';
import classes from './inbox.module.css';
import { FIGURE_FILTERS, type InboxFilter } from './inbox-filter.js';

const HOUR_MS = 3_600_000;

/** Why these rows are shown, when a figure opened them; each reason can be taken away. */
export function FigureChips({ filter }: { filter: InboxFilter }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [, setSearch] = useSearchParams();
  const chips = chipsOf(t, format, filter);
  if (chips.length === 0) return null;
  const remove = (names: readonly string[]) =>
    setSearch((search) => {
      for (const name of names) search.delete(name);
      return search;
    });
  return (
    <ul className={classes.chips} aria-label={t('inbox.chips.label')}>
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
        <button type="button" className={classes.chipsClear} onClick={() => remove(FIGURE_FILTERS)}>
          {t('inbox.chips.clearAll')}
        </button>
      </li>
    </ul>
  );
}

interface Chip {
  words: string;
  names: readonly string[];
}

function chipsOf(t: TFunction, format: Format, filter: InboxFilter): Chip[] {
  const { answeredWithinHours, channel, waiting } = filter;
  const chips = answeredChips(t, format, filter);
  if (answeredWithinHours) {
    const duration = format.duration(answeredWithinHours * HOUR_MS);
    chips.push({ words: t('inbox.chips.within', { duration }), names: ['answeredWithinHours'] });
  }
  if (channel) chips.push({ words: t('inbox.chips.channel', { channel }), names: ['channel'] });
  if (waiting) chips.push({ words: t('inbox.chips.waiting'), names: ['waiting'] });
  return chips;
}

/** A figure over all of history says "since 1970": that it was answered at all. */
function answeredChips(t: TFunction, format: Format, { answeredFrom, answeredTo }: InboxFilter): Chip[] {
  const isAtAll = answeredFrom !== undefined && Date.parse(answeredFrom) === 0;
  if (isAtAll && !answeredTo) return [{ words: t('inbox.chips.answeredAtAll'), names: ['answeredFrom'] }];
  const from = answeredFrom && format.dateTime(answeredFrom);
  const to = answeredTo && format.dateTime(answeredTo);
  if (from && to) return [{ words: t('inbox.chips.answered', { from, to }), names: ['answeredFrom', 'answeredTo'] }];
  if (from) return [{ words: t('inbox.chips.answeredFrom', { from }), names: ['answeredFrom'] }];
  return to ? [{ words: t('inbox.chips.answeredTo', { to }), names: ['answeredTo'] }] : [];
}
