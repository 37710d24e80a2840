import { describe, expect, it } from '@jest/globals';
import { canonicalKey, isCharacterKey, type KeyPress, keyCaps, pressedKey } from './key-names.js';

const press = (key: string, more: Partial<KeyPress> = {}) =>
  pressedKey({ key, code: '', shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...more });

describe('the name of a pressed key', () => {
  it('tells a letter from the same one with Shift, whatever Caps Lock says', () => {
    expect(press('t')).toBe('t');
    expect(press('T')).toBe('t');
    expect(press('T', { shiftKey: true })).toBe('Shift+t');
  });

  it('is what is printed for signs, also in full width and on an Arabic layout', () => {
    expect(press('?', { shiftKey: true })).toBe('?');
    expect(press('？', { shiftKey: true })).toBe('?');
    expect(press('؟', { shiftKey: true })).toBe('?');
    expect(press('/')).toBe('/');
  });

  it('goes by the place of the key where the layout has other letters', () => {
    expect(press('о', { code: 'KeyJ' })).toBe('j');
    expect(press('О', { code: 'KeyJ', shiftKey: true })).toBe('Shift+j');
  });

  it('has Ctrl and ⌘ as one, and nothing for Alt or a dead key', () => {
    expect(press('k', { ctrlKey: true })).toBe('Mod+k');
    expect(press('Enter', { metaKey: true })).toBe('Mod+Enter');
    expect(press('j', { altKey: true })).toBeNull();
    expect(press('Dead')).toBeNull();
  });

  it('says Shift for named keys', () => {
    expect(press('ArrowDown', { shiftKey: true })).toBe('Shift+ArrowDown');
  });
});

describe('a registered key', () => {
  it('may be written short', () => {
    expect(canonicalKey('T')).toBe('Shift+t');
    expect(canonicalKey('Enter')).toBe('Enter');
  });

  it('counts as a character key where speech input could type it', () => {
    expect(['j', 'Shift+t', '?', ' ', 'g i'].filter(isCharacterKey)).toEqual(['j', 'Shift+t', '?', ' ', 'g i']);
    expect(['Mod+k', 'Enter', 'Escape', 'Shift+ArrowDown'].filter(isCharacterKey)).toEqual([]);
  });

  it('is shown as it stands on the keyboard', () => {
    expect(keyCaps('g i', false)).toEqual(['g', 'i']);
    expect(keyCaps('Mod+k', false)).toEqual(['Ctrl+K']);
    expect(keyCaps('Mod+k', true)).toEqual(['⌘+K']);
    expect(keyCaps('Shift+ArrowDown', false)).toEqual(['Shift+↓']);
    expect(keyCaps(' ', false)).toEqual(['Space']);
  });
});
