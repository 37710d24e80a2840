/** A byte order mark: without it, spreadsheet programs do not read Chinese. */
const MARK = '\uFEFF';
/** A spreadsheet program would take what begins so for a formula. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** Rows as a file for spreadsheet programs, safe to open: no text of anybody's becomes a formula. */
export function csvOf(rows: readonly (readonly (string | number | null)[])[]): string {
  return MARK + rows.map((row) => `${row.map(fieldOf).join(',')}\r\n`).join('');
}

function fieldOf(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /["\r\n,;']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
