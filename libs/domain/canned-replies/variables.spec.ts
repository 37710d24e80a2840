import { describe, expect, it } from '@jest/globals';
import { filled, GAP, unknownVariables, type VariableValues } from './variables.js';

const VALUES: VariableValues = {
  'citizen.name': 'Wang Fang',
  'conversation.reference': 'BJ-7F3K-92QD',
  'conversation.title': '',
  'department.name': 'Water Authority',
  'officer.name': 'Li Na',
  deadline: '',
  today: '23 November 2026',
  'public.page': '',
};

describe('canned replies', () => {
  it('fills what the conversation knows', () => {
    expect(filled('Dear {citizen.name}, about { conversation.reference }: {today}', VALUES)).toEqual({
      text: 'Dear Wang Fang, about BJ-7F3K-92QD: 23 November 2026',
      missing: [],
    });
  });

  it('leaves a gap where there is no value, and names it once', () => {
    expect(filled('By {deadline}. Yes, {deadline}.', VALUES)).toEqual({
      text: `By ${GAP}. Yes, ${GAP}.`,
      missing: ['deadline'],
    });
  });

  it('reads a text once: a citizen cannot name a variable', () => {
    const values = { ...VALUES, 'citizen.name': '{officer.name} $& <b>' };
    expect(filled('{citizen.name}', values).text).toBe('{officer.name} $& <b>');
  });

  it('finds the names that nothing can fill', () => {
    expect(unknownVariables('{citizen.nmae} {CITIZEN.NAME} {citizen.nmae} {officer.name}')).toEqual([
      'citizen.nmae',
      'CITIZEN.NAME',
    ]);
  });

  it.each(['{}', '{ }', '{1}', '{你好}', '{a b}', '{citizen.}', '{', '}{', '{{', "{citizen.name'}"])(
    'takes %s for text',
    (body) => {
      expect(unknownVariables(body)).toEqual([]);
      expect(filled(body, VALUES).text).toBe(body);
    },
  );
});
