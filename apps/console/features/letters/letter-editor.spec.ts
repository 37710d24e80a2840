import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type EditorPorts, LetterEditor, type LetterText, type Saved } from './letter-editor.js';

const stale = new Error('stale');
const text = (body: string): LetterText => ({ title: 'Water', salutation: '', body, officialId: null });

/** A desk with one letter: refuses a save that names an old version. */
function deskWith(saved: Saved) {
  const desk = { saved, saves: 0, isDown: false, kept: null as Saved | null };
  const ports: EditorPorts = {
    save: async (next, version) => {
      desk.saves++;
      await new Promise((resolve) => setTimeout(resolve, 100));
      if (desk.isDown) throw new Error('no network');
      if (version !== desk.saved.version) throw stale;
      desk.saved = { version: version + 1, text: next };
      return desk.saved;
    },
    isStale: (error) => error === stale,
    onStale: () => editor.arrived(desk.saved),
    keep: (unsaved) => {
      desk.kept = unsaved;
    },
  };
  const editor = new LetterEditor(saved, ports);
  editor.subscribe(() => undefined);
  return { desk, editor };
}

describe('LetterEditor', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('saves by itself after a pause, once for many keystrokes', async () => {
    const { desk, editor } = deskWith({ version: 1, text: text('') });
    for (const body of ['D', 'De', 'Dea', 'Dear']) editor.type({ body });
    await jest.advanceTimersByTimeAsync(2_000);
    expect([desk.saves, desk.saved.text.body, editor.isDirty]).toEqual([1, 'Dear', false]);
  });

  it('saves what was typed while a save was under way', async () => {
    const { desk, editor } = deskWith({ version: 1, text: text('') });
    editor.type({ body: 'one' });
    await jest.advanceTimersByTimeAsync(850);
    editor.type({ body: 'one two' });
    await jest.advanceTimersByTimeAsync(3_000);
    expect(desk.saved).toEqual({ version: 3, text: text('one two') });
  });

  it("takes over a colleague's text when nothing was typed here", () => {
    const { editor } = deskWith({ version: 1, text: text('') });
    editor.arrived({ version: 2, text: text('theirs') });
    expect(editor.state().text.body).toBe('theirs');
  });

  it("offers both texts when a colleague's save came first, and loses neither", async () => {
    const { desk, editor } = deskWith({ version: 1, text: text('') });
    editor.type({ body: 'mine' });
    desk.saved = { version: 2, text: text('theirs') };
    await jest.advanceTimersByTimeAsync(2_000);
    expect(editor.state()).toMatchObject({ text: text('mine'), theirs: { version: 2, text: text('theirs') } });
    expect(desk.saved.text.body).toBe('theirs');
    expect(desk.kept?.text.body).toBe('mine');
  });

  it('saves mine over theirs only when told to', async () => {
    const { desk, editor } = deskWith({ version: 1, text: text('') });
    editor.type({ body: 'mine' });
    desk.saved = { version: 2, text: text('theirs') };
    await jest.advanceTimersByTimeAsync(2_000);
    editor.keepMine();
    await jest.advanceTimersByTimeAsync(2_000);
    expect(desk.saved).toEqual({ version: 3, text: text('mine') });
  });

  it('does not take its own save for a colleague', async () => {
    const { desk, editor } = deskWith({ version: 1, text: text('') });
    editor.type({ body: 'mine' });
    await jest.advanceTimersByTimeAsync(850);
    editor.arrived({ version: 2, text: text('mine') });
    await jest.advanceTimersByTimeAsync(2_000);
    editor.arrived(desk.saved);
    expect(editor.state()).toMatchObject({ theirs: null, base: { version: 2 } });
  });

  it('tries again after a save that failed, and keeps the text on this device meanwhile', async () => {
    const { desk, editor } = deskWith({ version: 1, text: text('') });
    desk.isDown = true;
    editor.type({ body: 'mine' });
    await jest.advanceTimersByTimeAsync(2_000);
    expect(desk.kept?.text.body).toBe('mine');
    desk.isDown = false;
    await jest.advanceTimersByTimeAsync(10_000);
    expect([desk.saved.text.body, desk.kept]).toEqual(['mine', null]);
  });

  it('brings a text back that a reload interrupted, unless the letter went on without it', () => {
    const ports = deskWith({ version: 1, text: text('') }).editor.ports;
    const same = new LetterEditor({ version: 1, text: text('old') }, ports, { version: 1, text: text('unsaved') });
    expect(same.state()).toMatchObject({ text: text('unsaved'), theirs: null });
    const newer = new LetterEditor({ version: 2, text: text('theirs') }, ports, { version: 1, text: text('unsaved') });
    expect(newer.state()).toMatchObject({ text: text('unsaved'), theirs: { version: 2, text: text('theirs') } });
  });
});
