import { describe, expect, it } from '@jest/globals';
import { guessLanguage, speaksPast } from './language.js';

describe('guessing the language of a message', () => {
  it.each([
    ['zh', '我家门口的路灯坏了'],
    ['zh', '門口的路燈壞了'],
    ['zh', '我的 iPhone 打不开 WiFi login page'],
    ['zh', 'A市B区C小区停水3天'],
    ['en', 'The street lamp is broken'],
    ['en', 'The lamp in 南京路 is broken'],
    ['en', 'A café in our street plays music every night until three'],
    ['und', '街灯が壊れています'],
    ['und', '가로등이 고장났어요'],
    ['und', 'Фонарь не работает'],
    ['und', 'المصباح مكسور'],
    ['und', 'Le réverbère a été cassé près de chez moi'],
    ['und', '12345 !!! 😀'],
    ['und', ''],
    ['und', '\ud800\0\u202e'],
  ])('says %s for %j', (language, text) => {
    expect(guessLanguage(text)).toBe(language);
  });
});

describe('an answer in another language than the message', () => {
  const CHINESE = '我家门口的路灯坏了三天了';
  const ENGLISH = 'The street lamp at our door is broken';
  it.each([
    [CHINESE, ENGLISH, { message: 'zh', answer: 'en' }],
    [ENGLISH, CHINESE, { message: 'en', answer: 'zh' }],
    [CHINESE, '我们周五派人去看', null],
    [CHINESE, 'OK, thanks', null],
    [ENGLISH, '好的', null],
    [ENGLISH, 'Le réverbère a été cassé près de chez moi', null],
    ['街灯が壊れています、直してください', ENGLISH, null],
    [CHINESE, '', null],
  ])('%j, %j: %j', (message, answer, expected) => {
    expect(speaksPast(message, answer)).toEqual(expected);
  });
});
