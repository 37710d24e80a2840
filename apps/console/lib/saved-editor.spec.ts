import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type Saved, SavedEditor } from './saved-editor.js';
import { nextSession } from './session-count.js';

/** A desk that is never reached: only what is on the screen and on the device matters here. */
function editorOf(saved: Saved<string>, unsaved: Saved<string> | null = null) {
  const device: { kept: Saved<string> | null } = { kept: null };
  const ports = {
    isSame: (one: string, other: string) => one === other,
    save: () => Promise.reject(new Error('no network')),
    isStale: () => false,
    onStale: () => undefined,
    keep: (unsavedNow: Saved<string> | null) => {
      device.kept = unsavedNow;
    },
  };
  return { editor: new SavedEditor(saved, ports, unsaved), device };
}

describe('what comes together when a text is opened', () => {
  it('goes on with what this device has, where the desk has nothing newer', () => {
    const { editor } = editorOf({ version: 3, text: 'We come' }, { version: 3, text: 'We come on Monday.' });
    expect(editor.state()).toMatchObject({ text: 'We come on Monday.', theirs: null });
    expect(editor.isDirty).toBe(true);
  });

  it('shows both, where the desk has a newer one from elsewhere', () => {
    const { editor } = editorOf({ version: 4, text: 'We come on Sunday.' }, { version: 3, text: 'We come on Monday.' });
    expect(editor.state()).toMatchObject({ text: 'We come on Monday.', theirs: { text: 'We come on Sunday.' } });
  });

  it('takes a newer text as it is, where nothing was written here', () => {
    const { editor } = editorOf({ version: 3, text: 'We come' });
    editor.arrived({ version: 4, text: 'We come on Sunday.' });
    expect(editor.state()).toMatchObject({ text: 'We come on Sunday.', theirs: null });
    editor.arrived({ version: 2, text: 'old' });
    expect(editor.state().text).toBe('We come on Sunday.');
  });
});

it('shows a newer text that came while one was being saved over it, as soon as that save has ended', async () => {
  const { editor } = editorOf({ version: 3, text: 'We come' });
  const newer = { version: 4, text: 'We come on Sunday.' };
  let wasSaving = false;
  // As the screen does it: at once, when it is told that the save has ended.
  const leave = editor.subscribe(() => {
    const { isSaving } = editor.state();
    const hasEnded = wasSaving && !isSaving;
    wasSaving = isSaving;
    if (isSaving || hasEnded) editor.arrived(newer);
  });
  editor.write('We come on Monday.');
  expect(await editor.flush()).toBe(false);
  leave();
  expect(editor.state()).toMatchObject({ text: 'We come on Monday.', theirs: newer });
});

it('is what the desk has after a text was sent, and the device forgets', () => {
  const { editor, device } = editorOf({ version: 3, text: '' });
  editor.write('We come on Monday.');
  expect(device.kept).toEqual({ version: 3, text: 'We come on Monday.' });
  editor.become({ version: 5, text: '' });
  expect(editor.state()).toMatchObject({ text: '', base: { version: 5 }, failure: null });
  expect(device.kept).toBeNull();
});

describe('what was written by an officer who has left', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  /** A desk that does not answer before it is told how. */
  function stalling() {
    const saves: { fail: () => void }[] = [];
    const device: { kept: Saved<string> | null } = { kept: null };
    const ports = {
      isSame: (one: string, other: string) => one === other,
      save: () =>
        new Promise<{ version: number }>((_, reject) => {
          saves.push({ fail: () => reject(new Error('no network')) });
        }),
      isStale: () => false,
      onStale: () => undefined,
      keep: (unsaved: Saved<string> | null) => {
        device.kept = unsaved;
      },
    };
    const editor = new SavedEditor({ version: 3, text: 'We come' }, ports);
    return { editor, saves, device, unmount: editor.subscribe(() => undefined) };
  }

  it('is tried once more when its page is left, and not for ever after', async () => {
    const { editor, saves, device, unmount } = stalling();
    editor.write('We come on Monday.');
    unmount();
    void editor.flush();
    await jest.advanceTimersByTimeAsync(0);
    expect(saves).toHaveLength(1);
    saves[0]?.fail();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(saves).toHaveLength(1);
    expect(device.kept).toEqual({ version: 3, text: 'We come on Monday.' });
  });

  it('is not saved in the session of the next one, though its page still waited for an earlier save', async () => {
    const { editor, saves, unmount } = stalling();
    editor.write('We come on Monday.');
    await jest.advanceTimersByTimeAsync(1_000);
    nextSession();
    unmount();
    const isSaved = editor.flush();
    saves[0]?.fail();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(await isSaved).toBe(false);
    expect(saves).toHaveLength(1);
  });

  it('is neither saved nor kept by a screen that is open still', async () => {
    const { editor, saves, device } = stalling();
    editor.write('We come on Monday.');
    device.kept = null;
    nextSession();
    editor.write('We come on Tuesday.');
    await jest.advanceTimersByTimeAsync(60_000);
    expect(saves).toEqual([]);
    expect(device.kept).toBeNull();
  });

  it('leaves alone what is opened in the next session', async () => {
    nextSession();
    const { editor, saves } = stalling();
    editor.write('We come on Monday.');
    await jest.advanceTimersByTimeAsync(1_000);
    expect(saves).toHaveLength(1);
  });
});
