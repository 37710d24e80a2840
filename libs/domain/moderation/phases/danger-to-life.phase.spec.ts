import { describe, expect, it } from '@jest/globals';
import { screen } from '../screening.js';
import { isAlarming } from '../verdict.js';

const dangersIn = (body: string) =>
  screen({ title: null, body, blockedWords: [], repeatedOf: 0 }).findings.filter(
    ({ phase }) => phase === 'danger-to-life',
  );
const alarms = (body: string) => dangersIn(body).some(isAlarming);

describe('somebody who may be in danger', () => {
  it.each([
    '三年了没有人管，我不想活了。',
    '再不给说法，我只有跳楼了。',
    '我真的活不下去了，孩子也没有学上。',
    '我已经写好了遗书。',
    '我妈妈说要自杀，谁能帮帮我们',
    'Nobody helps us. I don’t want to live any more.',
    'I am going to kill myself if this goes on.',
    'There is no reason to go on.',
    '你们再来拆，我就杀了你们全家。',
    '大不了同归于尽，我要炸了办公楼。',
    'I will shoot anybody who comes to my door.',
  ])('is heard: %s', (body) => {
    expect(alarms(body)).toBe(true);
  });

  it.each([
    '请问本市有没有预防自杀的热线？',
    '我想咨询自杀干预中心的地址。',
    '商场跳楼价促销扰民，喇叭从早放到晚。',
    '我家的锅炉炸了，物业不管。',
    '夏天热得要死，公交车空调不开。',
    '我的小狗被车撞死了，路口没有信号灯。',
    'Is there a suicide prevention line in this city?',
    'This queue will kill time for everybody.',
    'We want to live near the school.',
  ])('is not made of: %s', (body) => {
    expect(alarms(body)).toBe(false);
  });

  it('marks the words, and says whether it is about oneself or about others', () => {
    const body = '如果没人管，我不想活了，要杀了他。';
    expect(dangersIn(body).map(({ kind, start, end }) => [kind, body.slice(start, end)])).toEqual([
      ['self-harm', '不想活了'],
      ['threat-to-life', '要杀了他'],
    ]);
  });
});
