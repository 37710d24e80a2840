import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { csvOf } from './csv.js';

describe('a CSV file', () => {
  it('is read back as it was written', () => {
    const rows = [
      ['水务局', 'a "b", c', '1\r\n2', ''],
      ['plain', '9', '', 'x'],
    ];
    expect(parse(csvOf(rows), { bom: true })).toEqual(rows);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠SUM(A1)'])(
    'holds no formula: %j',
    (text) => {
      expect(parse(csvOf([[text]]), { bom: true })).toEqual([[`'${text}`]]);
    },
  );

  it('leaves numbers alone, and nothing where there is nothing', () => {
    expect(csvOf([[-1.5, null, 0]])).toBe('\uFEFF-1.5,,0\r\n');
  });
});
