import { describe, expect, it } from '@jest/globals';
import { filterFrom, isFiltered, searchOfView } from './inbox-filter.js';

const filterOf = (search: string) => filterFrom(new URLSearchParams(search));

describe('filterFrom', () => {
  it('is the queue where the address says nothing', () => {
    expect(filterOf('').view).toBe('queue');
    expect(isFiltered(filterOf(''))).toBe(false);
  });

  it('leaves out what is not valid instead of asking the desk for it', () => {
    const filter = filterOf('view=everything&status=lost&answeredFrom=monday&answeredWithinHours=-1');
    expect(filter).toMatchObject({ view: 'queue', status: undefined, answeredFrom: undefined });
    expect(filter.answeredWithinHours).toBeUndefined();
  });

  it('reads what a figure set', () => {
    expect(filterOf('view=all&waiting=true&department=water&answeredFrom=2026-11-01T00:00:00Z')).toMatchObject({
      view: 'all',
      waiting: true,
      department: 'water',
      answeredFrom: '2026-11-01T00:00:00Z',
    });
  });
});

describe('searchOfView', () => {
  it('keeps the department and drops what belongs to a figure', () => {
    expect(searchOfView('mine', filterOf('view=all&department=water&waiting=true'))).toBe(
      '?view=mine&department=water',
    );
  });
});
