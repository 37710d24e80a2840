import { describe, expect, it } from '@jest/globals';
import { DEADLINE_PRESETS, plainPolicy } from '#domain/deadlines/deadline-presets.js';
import { changesBetween } from './policy-diff.js';

const { nantong, 'beijing-12345': beijing } = DEADLINE_PRESETS;

describe('what changed between two versions', () => {
  it('is nothing between equal ones', () => {
    expect(changesBetween(nantong, { ...nantong, warnAt: [...nantong.warnAt] })).toEqual([]);
  });

  it('names each rule that is new, other or gone', () => {
    const changes = changesBetween(plainPolicy(168), nantong);
    expect(changes.filter(({ what }) => what === 'rule').map(({ from, to }) => [from !== null, to !== null])).toEqual([
      [false, true],
      [true, true],
      [true, true],
    ]);
    expect(changesBetween(nantong, plainPolicy(null)).filter(({ what }) => what === 'rule')).toHaveLength(3);
  });

  it('names classes, the holding reply and the warnings', () => {
    const renamed = beijing.classes.map((one, at) =>
      at === 0 ? { ...one, name: { ...one.name, en: 'Danger' } } : one,
    );
    const after = { ...beijing, classes: renamed.slice(0, 3), holdingDays: 3, warnAt: [1] };
    const changes = changesBetween(beijing, after).filter(({ what }) => what !== 'rule');
    expect(changes).toEqual([
      { what: 'class', from: beijing.classes[0], to: renamed[0] },
      { what: 'class', from: beijing.classes[3], to: null },
      { what: 'holding', from: 15, to: 3 },
      { what: 'warnAt', from: beijing.warnAt, to: [1] },
    ]);
  });
});
