/** A row as far as selecting goes: the version is the one that was on screen when it was selected. */
export interface SelectableRow {
  id: string;
  version: number;
}

export interface Selection {
  rows: ReadonlyMap<string, number>;
  /** What was selected before the stretch that is being drawn, which can still grow and shrink. */
  base: ReadonlyMap<string, number>;
  /** Where that stretch begins. */
  anchorId: string | null;
  /** Everything that the filter shows, also what is not loaded: how many that was. */
  everything: number | null;
}

export const NOTHING: Selection = { rows: new Map(), base: new Map(), anchorId: null, everything: null };

export function sizeOf({ rows, everything }: Selection): number {
  return everything ?? rows.size;
}

export function isSelected({ rows, everything }: Selection, id: string): boolean {
  return everything !== null || rows.has(id);
}

/** Taking one row out of everything leaves the other rows that are loaded. */
export function toggled(selection: Selection, row: SelectableRow, loaded: readonly SelectableRow[]): Selection {
  const rows = new Map(selection.everything === null ? selection.rows : versionsOf(loaded));
  if (!rows.delete(row.id)) rows.set(row.id, row.version);
  return { rows, base: rows, anchorId: row.id, everything: null };
}

/** The stretch from the anchor to this row, beside what was selected before. */
export function extended(selection: Selection, toId: string, loaded: readonly SelectableRow[]): Selection {
  if (selection.everything !== null) return selection;
  const to = loaded.findIndex(({ id }) => id === toId);
  const from = loaded.findIndex(({ id }) => id === selection.anchorId);
  if (to < 0) return selection;
  const anchorId = from < 0 ? toId : selection.anchorId;
  const begin = from < 0 ? to : from;
  const stretch = loaded.slice(Math.min(begin, to), Math.max(begin, to) + 1);
  const rows = new Map([...versionsOf(stretch), ...selection.base]);
  return { ...selection, rows, anchorId };
}

export function withAll(loaded: readonly SelectableRow[]): Selection {
  const rows = versionsOf(loaded);
  return { rows, base: rows, anchorId: null, everything: null };
}

export function withEverything(total: number): Selection {
  return { ...NOTHING, everything: total };
}

function versionsOf(rows: readonly SelectableRow[]): Map<string, number> {
  return new Map(rows.map(({ id, version }) => [id, version]));
}
