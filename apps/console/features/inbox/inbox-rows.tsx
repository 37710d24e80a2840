import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InboxRow } from '#contracts/inbox.http.js';
import { Icon } from '../../ui/icons.js';
import { InboxRowLink } from './inbox-row.js';
import classes from './inbox-rows.module.css';
import { SelectBox } from './select-box.js';
import selectable from './selection.module.css';
import { useKeepPlace } from './use-keep-place.js';
import { useRowKeys } from './use-row-keys.js';
import type { ListSelection } from './use-selection.js';
import { useSelectionKeys } from './use-selection-keys.js';

/** In rem, so that it grows with the reader's text size. Must hold what inbox-row.module.css puts in a row. */
const ROW_REM = 5.5;
const OVERSCAN = 8;
const NEAR_END = 10;

interface Props {
  rows: readonly InboxRow[];
  listKey: string;
  openId: string | null;
  /** Whether rows are still to come. */
  hasMore: boolean;
  onEndInSight: () => void;
  footer: ReactNode;
  /** Null for who does nothing with conversations. */
  selection: ListSelection | null;
}

export function InboxRows({ rows, listKey, openId, hasMore, onEndInSight, footer, selection }: Props) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = useMemo(() => ROW_REM * Number.parseFloat(getComputedStyle(document.documentElement).fontSize), []);
  const ids = useMemo(() => rows.map(({ id }) => id), [rows]);
  const { newAbove, toTop } = useKeepPlace({ scroller, ids, rowHeight, listKey });
  const [cursorId, setCursorId] = useState(openId);
  const cursorIndex = cursorId === null ? 0 : Math.max(0, ids.indexOf(cursorId));
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => ids[index] ?? index,
    overscan: OVERSCAN,
    rangeExtractor: (range) => withCursor(range, cursorIndex),
  });
  const showIndex = (index: number) => virtualizer.scrollToIndex(index);
  const moveBy = useRowKeys({ scroller, ids, openId, cursorId, setCursorId, showIndex });
  useSelectionKeys({ scroller, selection, rows, cursorId, moveBy });
  const items = virtualizer.getVirtualItems();
  const lastShown = virtualizer.range?.endIndex ?? 0;
  useEffect(() => {
    if (lastShown >= rows.length - NEAR_END) onEndInSight();
  }, [lastShown, rows.length, onEndInSight]);
  return (
    <div className={classes.rowsFrame}>
      {newAbove > 0 && (
        <button type="button" className={classes.newAbove} onClick={toTop}>
          <Icon name="up" size={14} />
          {t('inbox.newAbove', { count: newAbove })}
        </button>
      )}
      <div ref={scroller} className={classes.scroller}>
        <ul className={classes.rows} style={{ height: virtualizer.getTotalSize() }}>
          {items.map(({ index, start, key }) => {
            const row = rows[index];
            if (!row) return null;
            return (
              <li
                key={key}
                aria-posinset={index + 1}
                aria-setsize={hasMore ? -1 : rows.length}
                className={`${classes.slot} ${selection ? selectable.slot : ''}`}
                data-selected={selection?.isSelected(row.id) ? '' : undefined}
                style={{ top: start, height: rowHeight }}
              >
                {selection && <SelectBox row={row} selection={selection} isCursor={index === cursorIndex} />}
                <InboxRowLink row={row} isOpen={row.id === openId} isCursor={index === cursorIndex} />
              </li>
            );
          })}
        </ul>
        {footer}
      </div>
    </div>
  );
}

/** The row that Tab reaches stays in the page, wherever the list is scrolled to. */
function withCursor(range: Range, cursorIndex: number): number[] {
  const shown = defaultRangeExtractor(range);
  if (cursorIndex >= range.count || shown.includes(cursorIndex)) return shown;
  return [...shown, cursorIndex].sort((a, b) => a - b);
}
