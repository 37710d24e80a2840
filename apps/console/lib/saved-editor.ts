import { sessionCount } from './session-count.js';

export interface Saved<Text> {
  version: number;
  text: Text;
}

export interface EditorState<Text> {
  /** What is on the screen. */
  text: Text;
  /** What the desk has, as far as this editor knows. */
  base: Saved<Text>;
  /** A newer text, from a colleague or another device, that differs from what was written here. */
  theirs: Saved<Text> | null;
  isSaving: boolean;
  /** Why the last try to save failed; it is tried again. */
  failure: unknown;
}

export interface EditorPorts<Text> {
  isSame: (one: Text, other: Text) => boolean;
  /** Rejects where it was not saved. The answer is what the desk has now. */
  save: (text: Text, version: number) => Promise<{ version: number }>;
  /** True for a refusal because of a newer version: then the newer one is fetched and arrives. */
  isStale: (error: unknown) => boolean;
  onStale: () => void;
  /** Keeps the unsaved text on this device; null when everything is saved. */
  keep: (unsaved: Saved<Text> | null) => void;
}

const PAUSE_MS = 800;
const RETRY_MS = 5_000;

/** Those that are on the screen now. */
const openEditors = new Set<{ flush(): Promise<boolean> }>();

/** Saves whatever is being written on this screen, as far as it can be saved. */
export async function flushOpenEditors(): Promise<void> {
  await Promise.all([...openEditors].map((editor) => editor.flush()));
}

/** A text being written: saved by itself after a pause, one save at a time, and never over a newer text. */
export class SavedEditor<Text> {
  #state: EditorState<Text>;
  readonly #listeners = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | null = null;
  #saving: Promise<void> | null = null;
  readonly #session = sessionCount();

  constructor(
    saved: Saved<Text>,
    readonly ports: EditorPorts<Text>,
    unsaved: Saved<Text> | null = null,
  ) {
    const isOver = unsaved !== null && unsaved.version !== saved.version && !ports.isSame(unsaved.text, saved.text);
    this.#state = {
      text: unsaved?.text ?? saved.text,
      base: saved,
      theirs: isOver ? saved : null,
      isSaving: false,
      failure: null,
    };
  }

  readonly state = (): EditorState<Text> => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    openEditors.add(this);
    this.#schedule(PAUSE_MS);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      openEditors.delete(this);
      this.#clearTimer();
    };
  };

  get isDirty(): boolean {
    return !this.ports.isSame(this.#state.text, this.#state.base.text);
  }

  /** The session in which it was opened has ended. */
  get isOver(): boolean {
    return this.#session !== sessionCount();
  }

  write(text: Text): void {
    this.#become({ text });
    this.#keep();
    this.#schedule(PAUSE_MS);
  }

  /** What the desk has now, however it came to be known. */
  arrived(saved: Saved<Text>): void {
    const { base, text, isSaving } = this.#state;
    // Not by the promise: it settles after who listens was told that the save has ended.
    if (saved.version <= base.version || isSaving) return;
    const { isSame } = this.ports;
    const isMineToo = isSame(saved.text, text) || isSame(saved.text, base.text);
    if (!this.isDirty) this.#become({ base: saved, text: saved.text, theirs: null, failure: null });
    else if (isMineToo) this.#become({ base: saved, theirs: null });
    else this.#become({ theirs: saved });
    this.#keep();
    this.#schedule(PAUSE_MS);
  }

  keepMine(): void {
    const { theirs } = this.#state;
    if (!theirs) return;
    this.#become({ base: theirs, theirs: null });
    this.#keep();
    this.#schedule(0);
  }

  takeTheirs(): void {
    const { theirs } = this.#state;
    if (!theirs) return;
    this.#become({ base: theirs, text: theirs.text, theirs: null, failure: null });
    this.#keep();
  }

  /** What the desk has is what it is: after a text was sent, taken back or joined with another one. */
  become(saved: Saved<Text>): void {
    this.#clearTimer();
    this.#become({ base: saved, text: saved.text, theirs: null, failure: null });
    this.#keep();
  }

  /** Saves what is not saved yet. False where that failed or a conflict has to be settled first. */
  async flush(): Promise<boolean> {
    this.#clearTimer();
    await this.#saving;
    if (this.isDirty && !this.#state.theirs) await this.#save();
    return !this.isDirty && !this.#state.theirs;
  }

  /** What nobody looks at any more is tried once, by `flush`: what that does not save stays on this device. */
  #schedule(ms: number): void {
    this.#clearTimer();
    if (this.isOver || this.#listeners.size === 0) return;
    if (!this.isDirty || this.#state.theirs || this.#saving) return;
    this.#timer = setTimeout(() => void this.#save(), ms);
  }

  #save(): Promise<void> {
    // Asked last: the session may have ended while a timer, or an earlier save, was waited for.
    if (this.isOver) return Promise.resolve();
    this.#saving ??= this.#saveOnce().finally(() => {
      this.#saving = null;
      this.#schedule(this.#state.failure ? RETRY_MS : PAUSE_MS);
    });
    return this.#saving;
  }

  async #saveOnce(): Promise<void> {
    const { text, base } = this.#state;
    this.#become({ isSaving: true });
    try {
      const { version } = await this.ports.save(text, base.version);
      this.#become({ base: { version, text }, isSaving: false, failure: null });
      this.#keep();
    } catch (error) {
      const isStale = this.ports.isStale(error);
      this.#become({ isSaving: false, failure: error });
      if (isStale) setTimeout(this.ports.onStale);
    }
  }

  /** After the session nothing is left on the device, nor put there again. */
  #keep(): void {
    if (this.isOver) return;
    this.ports.keep(this.isDirty ? { version: this.#state.base.version, text: this.#state.text } : null);
  }

  #clearTimer(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #become(change: Partial<EditorState<Text>>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
