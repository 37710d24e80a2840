import { describe, expect, it } from '@jest/globals';
import { extended, isSelected, NOTHING, sizeOf, toggled, withAll, withEverything } from './selection.js';

const rows = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, version: 1 }));
const [a, b, c, d] = rows as [(typeof rows)[0], (typeof rows)[0], (typeof rows)[0], (typeof rows)[0]];
const idsOf = ({ rows: selected }: { rows: ReadonlyMap<string, number> }) => [...selected.keys()].sort().join('');

describe('selecting rows', () => {
  it('puts a row in and out', () => {
    const one = toggled(NOTHING, b, rows);
    expect(idsOf(one)).toBe('b');
    expect(idsOf(toggled(one, b, rows))).toBe('');
  });

  it('keeps the version that was on screen when the row was selected', () => {
    const one = toggled(NOTHING, b, rows);
    const later = rows.map((row) => ({ ...row, version: 9 }));
    expect(extended(one, 'c', later).rows).toEqual(
      new Map([
        ['b', 1],
        ['c', 9],
      ]),
    );
  });

  it('draws a stretch from the last row that was put in, down or up', () => {
    const one = toggled(NOTHING, c, rows);
    expect(idsOf(extended(one, 'e', rows))).toBe('cde');
    expect(idsOf(extended(one, 'a', rows))).toBe('abc');
  });

  it('lets a stretch shrink again and leaves what was selected before', () => {
    const before = toggled(toggled(NOTHING, a, rows), c, rows);
    const long = extended(before, 'e', rows);
    expect(idsOf(extended(long, 'd', rows))).toBe('acd');
  });

  it('begins a stretch where nothing was selected yet', () => {
    expect(idsOf(extended(NOTHING, 'd', rows))).toBe('d');
  });

  it('goes on from a stretch whose first row has left the list', () => {
    const one = toggled(NOTHING, a, rows);
    expect(idsOf(extended(one, 'c', rows.slice(1)))).toBe('ac');
  });

  it('takes all that are shown, or everything that the filter finds', () => {
    expect(sizeOf(withAll(rows))).toBe(5);
    expect(sizeOf(withEverything(4_812))).toBe(4_812);
    expect(isSelected(withEverything(4_812), 'not loaded')).toBe(true);
  });

  it('leaves the loaded rows when one is taken out of everything', () => {
    expect(idsOf(toggled(withEverything(4_812), d, rows))).toBe('abce');
  });
});
