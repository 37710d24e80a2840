import type { Figures } from '#contracts/oversight.http.js';
import { escaped } from '#platform/mail/escaped.js';
import type { ReportTable } from './report-tables.js';
import type { ReportWords } from './report-words.js';

/** For paper: A4 across, black on white, no row cut in two, the heads of the tables on every sheet. */
const STYLES = `
@page { size: A4 landscape; margin: 12mm; }
body { margin: 0 auto; max-width: 270mm; padding: 4mm; color: #000; background: #fff; font: 10pt/1.4 system-ui, "Noto Sans", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
h1 { margin: 0 0 2mm; font-size: 16pt; } h2 { margin: 6mm 0 1mm; font-size: 12pt; break-after: avoid; }
p { margin: 0 0 2mm; } .means, .method { color: #333; font-size: 9pt; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: 1mm 1.5mm; border-bottom: 0.3mm solid #bbb; text-align: right; vertical-align: top; }
th:first-child { text-align: left; } thead th { border-bottom: 0.5mm solid #000; font-size: 8.5pt; }
tr { break-inside: avoid; } thead { display: table-header-group; } tbody tr:first-child { font-weight: 700; }
@media print { body { max-width: none; padding: 0; } }`;

interface Document {
  words: ReportWords;
  period: string;
  tables: readonly ReportTable[];
  method: readonly string[];
}

/** A page of its own: nothing is fetched for it, and it prints as it is. */
export function reportDocument({ words, period, tables, method }: Document): string {
  return [
    `<!doctype html><html lang="${words.htmlLang}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width"><title>${escaped(`${words.title}: ${period}`)}</title><style>${STYLES}</style></head><body>`,
    `<h1>${escaped(words.title)}</h1><p>${escaped(period)}</p>`,
    ...tables.map(
      (table) =>
        `<h2>${escaped(table.title)}</h2><p class="means">${escaped(table.means)}</p>${htmlTable(table, words)}`,
    ),
    ...method.map((line) => `<p class="method">${escaped(line)}</p>`),
    '</body></html>',
  ].join('\n');
}

/** `rows`: the first so many; all of them where it is left out. */
export function htmlTable({ title, columns, rows }: ReportTable, words: ReportWords, shown = rows.length): string {
  const head = columns.map((column) => `<th scope="col">${escaped(words.columns[column])}</th>`).join('');
  const body = rows.slice(0, shown).map((row) => {
    const cells = columns.slice(1).map((column) => `<td>${escaped(row[column])}</td>`);
    return `<tr><th scope="row">${escaped(row.department)}</th>${cells.join('')}</tr>`;
  });
  return `<table aria-label="${escaped(title)}"><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

/** How the figures came about: the worst that can be said of any of them. */
export function methodLines(all: readonly Figures[], words: ReportWords, timeZone: string): string[] {
  const [first] = all;
  if (!first) return [];
  const share = new Intl.NumberFormat(words.locale, { style: 'percent', maximumFractionDigits: 1 });
  const moment = new Intl.DateTimeFormat(words.locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const maxError = Math.max(...all.map((figures) => figures.maxError));
  const lag = Math.max(...all.map(({ isLagging, lagSeconds }) => (isLagging ? lagSeconds : 0)));
  const asOf = all.map((figures) => figures.asOf).sort()[0] ?? first.asOf;
  const zones = new Set(all.map(({ zone }) => zone.timeZone ?? ''));
  zones.delete('');
  return [
    `${words.clock[first.clock]}. ${words.asOf(`${moment.format(new Date(asOf))} (${timeZone})`)} ${maxError === 0 ? words.exact : words.inexact(share.format(maxError))}`,
    ...(all.some(({ isHistoryBehind }) => isHistoryBehind) ? [words.historyBehind] : []),
    ...(lag > 0 ? [words.lagging(String(Math.round(lag)))] : []),
    ...(first.clock === 'working' ? [words.noCalendar] : []),
    zones.size === 1 ? words.zone([...zones].join('')) : words.ownZones,
    words.openNow,
    words.smallN,
  ];
}
