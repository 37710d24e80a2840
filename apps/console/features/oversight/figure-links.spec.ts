import { describe, expect, it } from '@jest/globals';
import { liveLink } from './figure-links.js';

const paramsOf = (link: string) => Object.fromEntries(new URL(link, 'http://desk.example').searchParams);

describe('liveLink', () => {
  it('opens who waits, in the department of the row', () => {
    expect(paramsOf(liveLink('waiting', 'water', 'x'))).toEqual({
      view: 'all',
      supervised: 'true',
      department: 'water',
      waiting: 'true',
    });
  });

  it('opens the view of the same name for what is overdue or nobody has', () => {
    expect(paramsOf(liveLink('overdue', undefined, 'x'))).toEqual({ view: 'overdue', supervised: 'true' });
    expect(paramsOf(liveLink('unassigned', 'water', 'x'))).toEqual({
      view: 'unassigned',
      supervised: 'true',
      department: 'water',
    });
  });
});
