import type { BenchReport, Fact, Measure } from './report.js';

const HEADINGS = ['', 'floor', 'ours', 'ratio', 'target', ''];

/** For people; the same figures as the JSON. */
export function tableOf(report: BenchReport): string {
  const rows = [HEADINGS, ...report.measures.map(measureRow), ...report.facts.map(factRow)];
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  const notes = report.notes.map((note) => `Note: ${note}`);
  return [
    `${report.name}: ${report.machine}`,
    '',
    ...lines.map((line) => line.trimEnd()),
    '',
    ...notes,
    verdict(report),
  ].join('\n');
}

function measureRow({ what, unit, floor, ours, spread, ratio, target, met }: Measure): string[] {
  return [
    what,
    `${figure(floor)} (${figure(spread.floor[0])}–${figure(spread.floor[1])}) ${unit}`,
    `${figure(ours)} (${figure(spread.ours[0])}–${figure(spread.ours[1])}) ${unit}`,
    `${ratio.toFixed(2)} ×`,
    target,
    met ? 'met' : 'MISSED',
  ];
}

function factRow({ what, value, unit, target = '', met }: Fact): string[] {
  return [what, '', `${figure(value)} ${unit}`, '', target, met === undefined ? '' : met ? 'met' : 'MISSED'];
}

function verdict({ met }: BenchReport): string {
  return met ? 'All targets met.' : 'Not all targets met.';
}

function figure(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en');
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
}
