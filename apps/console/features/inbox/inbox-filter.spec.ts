import { describe, expect, it } from '@jest/globals';
import { filterCount, filterFrom, isFiltered, searchOf, searchOfView } from './inbox-filter.js';

const filterOf = (search: string) => filterFrom(new URLSearchParams(search));

describe('filterFrom', () => {
  it('is the queue where the address says nothing', () => {
    expect(filterOf('').view).toBe('queue');
    expect(isFiltered(filterOf(''))).toBe(false);
  });

  it('leaves out what is not valid instead of asking the desk for it', () => {
    const filter = filterOf(
      'view=everything&status=lost&answeredFrom=monday&answeredWithinHours=-1&tag=x&waiting=maybe',
    );
    expect(filter).toEqual({ view: 'queue' });
  });

  it('reads what a figure set, and lists', () => {
    expect(filterOf('view=all&waiting=true&department=water,roads&answeredFrom=2026-11-01T00:00:00Z')).toEqual({
      view: 'all',
      waiting: true,
      department: ['water', 'roads'],
      answeredFrom: '2026-11-01T00:00:00Z',
    });
  });

  it('reads back what searchOf wrote', () => {
    const filter = filterOf('view=all&officer=me,nobody&priority=urgent&snoozed=false&waitingHours=24&saved=x');
    expect(filterOf(searchOf(filter))).toEqual(filter);
    expect(filterCount(filter)).toBe(4);
    expect(searchOf(filter, { savedId: 'a-view' })).toContain('saved=a-view');
  });
});

describe('searchOfView', () => {
  it('keeps the department and drops what belongs to a figure', () => {
    expect(searchOfView('mine', filterOf('view=all&department=water&waiting=true'))).toBe(
      '?view=mine&department=water',
    );
  });
});
