import { describe, expect, it } from '@jest/globals';
import { retagged, type TagLink, tagFamily, tagNow, tagsShown } from './tags.js';

const known = (links: Record<string, string | null>) =>
  new Map<string, TagLink>(Object.entries(links).map(([id, mergedIntoId]) => [id, { id, mergedIntoId }]));

/** bus and coach became transport by way of buses. */
const TAGS = known({ bus: 'buses', coach: 'buses', buses: 'transport', transport: null, road: null });

describe('a tag', () => {
  it.each([
    ['road', 'road'],
    ['bus', 'transport'],
    ['transport', 'transport'],
    ['unknown', undefined],
  ])('%s is now %s', (id, now) => {
    expect(tagNow(TAGS, id)?.id).toBe(now);
  });

  it('is looked for with everything that became it', () => {
    expect(tagFamily(TAGS, 'transport')).toEqual(['transport', 'bus', 'coach', 'buses']);
    expect(tagFamily(TAGS, 'road')).toEqual(['road']);
  });

  it('is shown once, whatever it was called when it was put on', () => {
    expect(tagsShown(TAGS, ['bus', 'road', 'transport', 'unknown']).map(({ id }) => id)).toEqual(['transport', 'road']);
  });

  it('ends a walk through rows that go in a circle', () => {
    expect(tagNow(known({ a: 'b', b: 'a' }), 'a')).toBeDefined();
  });
});

describe('putting tags on and off', () => {
  it.each<[string, string[], { add?: string[]; remove?: string[] }, string[]]>([
    ['adds', ['road'], { add: ['transport'] }, ['road', 'transport']],
    ['does not add what is there', ['road'], { add: ['road'] }, ['road']],
    ['does not add what is there under an earlier name', ['bus'], { add: ['transport'] }, ['bus']],
    ['takes off under every earlier name', ['bus', 'road', 'buses'], { remove: ['transport'] }, ['road']],
    ['replaces', ['road'], { add: ['transport'], remove: ['road'] }, ['transport']],
    ['takes off nothing that is not there', ['road'], { remove: ['transport'] }, ['road']],
  ])('%s', (_, ids, { add = [], remove = [] }, after) => {
    expect(retagged(TAGS, ids, { add, remove }).tagIds).toEqual(after);
  });

  it('says what changed, for the history', () => {
    const { added, removed } = retagged(TAGS, ['bus'], { add: ['road', 'road'], remove: ['transport'] });
    expect({ added, removed }).toEqual({ added: ['road'], removed: ['bus'] });
  });
});
