import { useState } from 'react';
import {
  extended,
  isSelected,
  NOTHING,
  type SelectableRow,
  sizeOf,
  toggled,
  withAll,
  withEverything,
} from './selection.js';

/** What is selected in one list; another list begins with nothing. */
export function useSelection(listKey: string, loaded: readonly SelectableRow[]) {
  const [kept, setKept] = useState({ listKey, selection: NOTHING });
  const selection = kept.listKey === listKey ? kept.selection : NOTHING;
  const become = (next: typeof selection) => setKept({ listKey, selection: next });
  return {
    selection,
    count: sizeOf(selection),
    isSelected: (id: string) => isSelected(selection, id),
    toggle: (row: SelectableRow) => become(toggled(selection, row, loaded)),
    extendTo: (id: string) => become(extended(selection, id, loaded)),
    /** From a row that is not selected yet, which thereby is. */
    extendFrom: (from: SelectableRow, toId: string) =>
      become(
        extended(
          isSelected(selection, from.id)
            ? { ...selection, anchorId: selection.anchorId ?? from.id }
            : toggled(selection, from, loaded),
          toId,
          loaded,
        ),
      ),
    selectShown: () => become(withAll(loaded)),
    selectEverything: (total: number) => become(withEverything(total)),
    clear: () => become(NOTHING),
  };
}

export type ListSelection = ReturnType<typeof useSelection>;
