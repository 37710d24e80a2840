import { useTranslation } from 'react-i18next';
import type { InboxRow } from '#contracts/inbox.http.js';
import classes from './selection.module.css';
import type { ListSelection } from './use-selection.js';

interface Props {
  row: InboxRow;
  selection: ListSelection;
  isCursor: boolean;
}

/** With Shift everything between is selected too. */
export function SelectBox({ row, selection, isCursor }: Props) {
  const { t } = useTranslation();
  const title = row.title?.trim() || row.excerpt;
  return (
    <label className={classes.box}>
      <input
        type="checkbox"
        aria-label={t('bulk.select', { title })}
        tabIndex={isCursor ? 0 : -1}
        checked={selection.isSelected(row.id)}
        onClick={(event) => {
          if (!event.shiftKey) return;
          event.preventDefault();
          selection.extendTo(row.id);
        }}
        onChange={() => selection.toggle(row)}
      />
    </label>
  );
}
