import { describe, expect, it } from '@jest/globals';
import { byUrgency, type OpenReport, upheldShare, weightOf } from './reader-report.js';

const report = (more: Partial<OpenReport> = {}): OpenReport => ({
  reason: 'spam',
  standing: null,
  receivedAt: new Date('2026-05-01T08:00:00Z'),
  ...more,
});

describe('the weight of a report', () => {
  it.each([
    [null, 0.5],
    [{ upheld: 0, dismissed: 0 }, 0.5],
    [{ upheld: 8, dismissed: 0 }, 0.9],
    [{ upheld: 0, dismissed: 1 }, 1 / 3],
    [{ upheld: 0, dismissed: 8 }, 0.1],
  ])('of a reporter with %j is %d', (standing, weight) => {
    expect(weightOf(standing)).toBeCloseTo(weight);
  });

  it('says no share of nothing', () => {
    expect(upheldShare({ upheld: 0, dismissed: 0 })).toBeNull();
    expect(upheldShare({ upheld: 1, dismissed: 3 })).toBe(0.25);
  });
});

describe('the order of reported messages', () => {
  const reliable = [report({ standing: { upheld: 8, dismissed: 0 }, receivedAt: new Date('2026-05-03') })];
  const unknown = [report({ receivedAt: new Date('2026-05-02') })];
  const wrongOften = [report({ standing: { upheld: 0, dismissed: 8 } })];
  const many = [report(), report(), report()];
  const danger = [
    report({ reason: 'danger', standing: { upheld: 0, dismissed: 8 }, receivedAt: new Date('2026-05-04') }),
  ];

  it('begins with danger, whoever says so, then with what the most and the most reliable report', () => {
    const order = [wrongOften, unknown, reliable, danger, many].sort(byUrgency);
    expect(order).toEqual([danger, many, reliable, unknown, wrongOften]);
  });

  it('takes what was reported first where both weigh the same', () => {
    const later = [report({ receivedAt: new Date('2026-05-05') })];
    expect([later, unknown].sort(byUrgency)).toEqual([unknown, later]);
  });
});
