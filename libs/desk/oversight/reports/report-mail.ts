import type { Figures } from '#contracts/oversight.http.js';
import type { ReportPeriod, ReportRhythm } from '#domain/oversight/report-rhythm.js';
import { escaped } from '#platform/mail/escaped.js';
import type { Mail } from '#platform/mail/mailer.js';
import { reportCsv } from './report-csv.js';
import { htmlTable, methodLines, reportDocument } from './report-document.js';
import { type ReportTable, reportTable } from './report-tables.js';
import { REPORT_WORDS, type ReportWords } from './report-words.js';

export interface ReportMailContent {
  mailId: string;
  officer: { name: string; email: string };
  report: { rhythm: ReportRhythm; language: 'en' | 'zh'; timeZone: string; clock: 'calendar' | 'working' };
  period: ReportPeriod;
  /** One for each measure, by department. */
  figures: readonly Figures[];
  consoleUrl: string;
  unsubscribeUrl: string;
}

/** The totals in the mail; every department in the page and the file that go with it. Figures and names of departments only. */
export function reportMail({
  mailId,
  officer,
  report,
  period,
  figures,
  consoleUrl,
  unsubscribeUrl,
}: ReportMailContent): Mail {
  const words = REPORT_WORDS[report.language];
  const named = periodWords(period, words);
  const tables = figures.map((one) => reportTable(one, words));
  const method = methodLines(figures, words, report.timeZone);
  const base = consoleUrl.replace(/\/+$/, '');
  const search = new URLSearchParams({ preset: 'own', ...period, clock: report.clock });
  const links = [
    { words: words.open, url: `${base}/oversight?${search}` },
    { words: words.settings, url: `${base}/oversight/reports` },
  ];
  const opening = [words.greeting(officer.name), words.lead(named)];
  const file = `response-times-${period.from}-${period.to}`;
  return {
    to: { name: officer.name, address: officer.email },
    subject: words.subject(report.rhythm, named),
    text: asText({ words, opening, tables, method, links }),
    html: asHtml({ words, opening, tables, method, links }),
    messageId: `<report-${mailId}@answerable>`,
    unsubscribeUrl,
    attachments: [
      { filename: `${file}.csv`, contentType: 'text/csv; charset=utf-8', content: reportCsv(figures) },
      {
        filename: `${file}.html`,
        contentType: 'text/html; charset=utf-8',
        content: reportDocument({ words, period: named, tables, method }),
      },
    ],
  };
}

/** One day as that day, several from the first to the last: local dates, whatever the zone of the reader. */
function periodWords({ from, to }: ReportPeriod, { locale }: ReportWords): string {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  return from === to ? day.format(new Date(from)) : day.formatRange(new Date(from), new Date(to));
}

interface Frame {
  words: ReportWords;
  opening: readonly string[];
  tables: readonly ReportTable[];
  method: readonly string[];
  links: readonly { words: string; url: string }[];
}

function asText({ words, opening, tables, method, links }: Frame): string {
  const blocks = tables.map(({ title, columns, rows: [total] }) =>
    [title, ...columns.slice(1).map((column) => `  ${words.columns[column]}: ${total?.[column] ?? '–'}`)].join('\n'),
  );
  const endings = links.map((link) => `${link.words}: ${link.url}`);
  return [opening.join('\n'), ...blocks, method.join('\n'), words.attached, '--', ...endings].join('\n\n');
}

function asHtml({ words, opening, tables, method, links }: Frame): string {
  const endings = links.map((link) => `<a href="${escaped(link.url)}">${escaped(link.words)}</a>`);
  return [
    `<!doctype html><html lang="${words.htmlLang}"><head><meta charset="utf-8"><title>${escaped(words.title)}</title></head><body>`,
    ...opening.map((line) => `<p>${escaped(line)}</p>`),
    ...tables.map((table) => `<h2>${escaped(table.title)}</h2>${htmlTable(table, words, 1)}`),
    ...method.map((line) => `<p><small>${escaped(line)}</small></p>`),
    `<p>${escaped(words.attached)}</p><p>${endings.join(' · ')}</p></body></html>`,
  ].join('\n');
}
