import { describe, expect, it } from '@jest/globals';
import { bandsOf, isAlike } from './likeness.js';

const CHINESE =
  '尊敬的领导，我们小区门口的公交站被取消已经三个月了，老人和孩子每天要走二十分钟才能坐上车，冬天路面结冰非常危险，请尽快恢复原来的站点，谢谢。';
const ENGLISH =
  'Please bring back the night bus on line seven. Since it was cut, nurses from the hospital have to walk home for an hour in the dark, and nobody feels safe on that road in winter.';
const shares = (one: string, other: string) => bandsOf(one).some((band) => bandsOf(other).includes(band));

describe('texts that many people sign', () => {
  it.each([
    [CHINESE, `${CHINESE}张伟`],
    [CHINESE, `您好！${CHINESE}`],
    [CHINESE, CHINESE.replace('三个月', '四个月')],
    [ENGLISH, `${ENGLISH} Wang Fang`],
    [ENGLISH, ENGLISH.toUpperCase().replace('PLEASE', 'Kindly')],
  ])('are the same but for a name, a greeting or a word', (one, other) => {
    expect(isAlike(one, other)).toBe(true);
    expect(shares(one, other)).toBe(true);
  });

  it.each([
    [
      CHINESE,
      '尊敬的领导，我们小区的电梯坏了两个星期，老人每天要爬十二层楼，物业一直说在等零件，请问由哪个部门负责监督？谢谢。',
    ],
    [
      ENGLISH,
      'Please repair the street lamp on line road. Since it broke, children have to walk home from school in the dark, and the hospital car park is not safe either.',
    ],
  ])('are told from another matter in similar words', (one, other) => {
    expect(isAlike(one, other)).toBe(false);
  });

  it('are long enough to be no accident', () => {
    expect(bandsOf('路灯坏了，请修。')).toEqual([]);
    expect(isAlike('路灯坏了，请修。', '路灯坏了，请修。')).toBe(false);
  });

  it('finds nearly all of a hundred copies, each with another signature', () => {
    const copies = Array.from(
      { length: 100 },
      (_, n) => `${CHINESE}${'甲乙丙丁戊己庚辛壬癸'.charAt(n % 10)}${n}号住户`,
    );
    expect(copies.filter((copy) => shares(CHINESE, copy) && isAlike(CHINESE, copy)).length).toBeGreaterThan(95);
  });
});
