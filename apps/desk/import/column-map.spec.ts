import { describe, expect, it } from '@jest/globals';
import { columnMap } from './column-map.js';

const file = { header: ['编号', '用户', '详情', '用户'], needed: ['externalId', 'body'] as const };

describe('--map', () => {
  it('finds the columns', () => {
    expect(columnMap('externalId=编号, body = 详情', file)).toEqual({ externalId: 0, body: 2 });
  });

  it.each([
    ['externalId=编号,body=内容', 'The file has no column "内容". Its columns are 编号, 用户, 详情, 用户.'],
    ['externalId=编号,text=详情', '"text=详情" is none.'],
    ['externalId=编号,body', '"body" is none.'],
    ['externalId=编号,externalId=详情', '--map names externalId twice.'],
    ['externalId=编号', 'which column holds body.'],
    ['externalId=编号,body=用户', 'two columns "用户"'],
  ])('says what is wrong with %s', (given, sentence) => {
    expect(() => columnMap(given, file)).toThrow(sentence);
  });
});
