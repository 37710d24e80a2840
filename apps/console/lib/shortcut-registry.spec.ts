import { describe, expect, it } from '@jest/globals';
import {
  conflictsAmong,
  offer,
  type Shortcut,
  shortcutFor,
  shortcutsNow,
  subscribeToShortcuts,
} from './shortcut-registry.js';

const act = (keys: string[], more: Partial<Shortcut> = {}): Shortcut => ({
  keys,
  words: keys.join(),
  run: () => undefined,
  ...more,
});

/** As far as the registry looks at an element. */
const place = (...inside: unknown[]): HTMLElement =>
  ({ contains: (it: unknown) => inside.includes(it) }) as HTMLElement;

function offering(...made: Parameters<typeof offer>[0][]): { [Symbol.dispose](): void } {
  const undo = made.map(offer);
  return {
    [Symbol.dispose]: () => {
      for (const one of undo) one();
    },
  };
}

describe('what can be done now', () => {
  it('is what is offered and can be done, until it is taken back', () => {
    {
      using _ = offering({
        area: 'conversation',
        shortcuts: () => ({ claim: act(['c']), close: act(['e'], { run: undefined }), letter: undefined }),
      });
      expect(shortcutsNow().map(({ id }) => id)).toEqual(['conversation.claim']);
    }
    expect(shortcutsNow()).toEqual([]);
  });

  it('runs what the component means by its last rendering', () => {
    const done: string[] = [];
    let shortcuts = { claim: act(['c'], { run: () => done.push('first') }) };
    using _ = offering({ area: 'conversation', shortcuts: () => shortcuts });
    const [listed] = shortcutsNow();
    shortcuts = { claim: act(['c'], { run: () => done.push('second') }) };
    listed?.run();
    expect(done).toEqual(['second']);
  });

  it('tells those who list it when it changes', () => {
    let told = 0;
    const stop = subscribeToShortcuts(() => {
      told += 1;
    });
    offering({ area: 'page', shortcuts: () => ({}) })[Symbol.dispose]();
    stop();
    expect(told).toBe(2);
  });
});

describe('the act that a key has', () => {
  const row = place();
  it('is the innermost: Escape leaves the writing before the page', () => {
    using _ = offering(
      { area: 'moderation', shortcuts: () => ({ cancel: act(['Escape']) }) },
      { area: 'page', shortcuts: () => ({ back: act(['Escape']) }) },
    );
    expect(shortcutFor('Escape', null, shortcutsNow())?.id).toBe('moderation.cancel');
  });

  it('is the one whose place has the focus, and is not there without it', () => {
    using _ = offering({
      area: 'list',
      shortcuts: () => ({ down: act(['ArrowDown'], { within: { current: place(row) } }) }),
    });
    expect(shortcutFor('ArrowDown', row, shortcutsNow())?.id).toBe('list.down');
    expect(shortcutFor('ArrowDown', place(), shortcutsNow())).toBeUndefined();
  });
});

describe('a conflict', () => {
  it('is one key for two acts', () => {
    using _ = offering(
      { area: 'list', shortcuts: () => ({ select: act(['s']) }) },
      { area: 'conversation', shortcuts: () => ({ snooze: act(['s']) }) },
    );
    expect(conflictsAmong(shortcutsNow())).toEqual(['s: list.select and conversation.snooze']);
  });

  it('is not Escape, nor a key that waits for the focus', () => {
    using _ = offering(
      { area: 'list', shortcuts: () => ({ clear: act(['Escape']), open: act(['Enter']) }) },
      {
        area: 'writing',
        shortcuts: () => ({ leave: act(['Escape']), choose: act(['Enter'], { within: { current: null } }) }),
      },
    );
    expect(conflictsAmong(shortcutsNow())).toEqual([]);
  });
});
