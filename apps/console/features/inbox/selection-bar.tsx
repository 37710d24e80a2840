import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulkActName } from '#contracts/bulk.http.js';
import type { InboxRow } from '#contracts/inbox.http.js';
import { announce } from '../../lib/announce.js';
import { countOfFilter } from '../../lib/bulk.js';
import type { Format } from '../../lib/format.js';
import { useFormat } from '../../lib/i18n.js';
import { useTell } from '../../lib/tell.js';
import { BulkDialog } from './bulk-dialog.js';
import classes from './selection.module.css';
import type { ListSelection } from './use-selection.js';

const ACTS: readonly BulkActName[] = ['claim', 'assign', 'tag', 'priority', 'snooze', 'transfer', 'close'];

interface Props {
  selection: ListSelection;
  rows: readonly InboxRow[];
  hasMore: boolean;
  /** The query that the list itself was fetched with. */
  query: string;
}

/** How much is selected and what can be done with it. */
export function SelectionBar({ selection, rows, hasMore, query }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [act, setAct] = useState<BulkActName | null>(null);
  const { count } = selection;
  const isAll = count > 0 && rows.every(({ id }) => selection.isSelected(id));
  useSpokenCount(count);
  return (
    <div className={classes.bar} data-active={count > 0 ? '' : undefined}>
      <div className={classes.line}>
        <label className={classes.all}>
          <input
            type="checkbox"
            checked={isAll}
            ref={(box) => {
              if (box) box.indeterminate = count > 0 && !isAll;
            }}
            onChange={isAll ? selection.clear : selection.selectShown}
          />
          {count === 0 && t('bulk.selectShown', { number: format.number(rows.length) })}
          {count > 0 && <span className={classes.count}>{countWords(t, format, selection)}</span>}
        </label>
        {isAll && hasMore && selection.selection.everything === null && (
          <SelectEverything selection={selection} query={query} />
        )}
        {count > 0 && (
          <Button size="compact-xs" variant="subtle" onClick={selection.clear}>
            {t('bulk.clear')}
          </Button>
        )}
      </div>
      {count > 0 && (
        <fieldset className={classes.acts} aria-label={t('bulk.bar')}>
          {ACTS.map((name) => (
            <Button key={name} size="compact-sm" variant="default" onClick={() => setAct(name)}>
              {t(`bulk.acts.${name}`)}
            </Button>
          ))}
        </fieldset>
      )}
      {act && <BulkDialog act={act} selection={selection} rows={rows} query={query} onClose={() => setAct(null)} />}
    </div>
  );
}

function countWords(t: TFunction, format: Format, { selection, count }: ListSelection): string {
  if (selection.everything === null) return t('bulk.selected', { count });
  return t('bulk.allSelected', { number: format.number(selection.everything) });
}

/** Also what is not loaded: counted by the api when it is asked for. */
function SelectEverything({ selection, query }: { selection: ListSelection; query: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const tell = useTell();
  const count = useMutation({
    mutationFn: () => countOfFilter(query),
    onSuccess: ({ total, limit }) => {
      if (total <= limit) return selection.selectEverything(total);
      tell.hint(t('bulk.tooMany', { number: format.number(limit) }));
    },
    onError: tell.problem,
  });
  return (
    <Button size="compact-xs" variant="subtle" loading={count.isPending} onClick={() => count.mutate()}>
      {t('bulk.selectAll')}
    </Button>
  );
}

function useSpokenCount(count: number): void {
  const { t } = useTranslation();
  const spoken = useRef(0);
  useEffect(() => {
    if (spoken.current === count) return;
    spoken.current = count;
    announce(t('bulk.selected', { count }));
  }, [count, t]);
}
