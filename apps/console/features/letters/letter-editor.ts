import type { LetterView } from '#contracts/letters.http.js';
import {
  type EditorPorts as Ports,
  SavedEditor,
  type Saved as SavedText,
  type EditorState as State,
} from '../../lib/saved-editor.js';

export type LetterText = LetterView['text'];
export type Saved = SavedText<LetterText>;
export type EditorState = State<LetterText>;
export type EditorPorts = Omit<Ports<LetterText>, 'isSame'>;

/** A letter being written. */
export class LetterEditor extends SavedEditor<LetterText> {
  constructor(saved: Saved, ports: EditorPorts, unsaved: Saved | null = null) {
    super(saved, { ...ports, isSame: sameText }, unsaved);
  }

  type(change: Partial<LetterText>): void {
    this.write({ ...this.state().text, ...change });
  }
}

function sameText(a: LetterText, b: LetterText): boolean {
  return a.title === b.title && a.salutation === b.salutation && a.body === b.body && a.officialId === b.officialId;
}
