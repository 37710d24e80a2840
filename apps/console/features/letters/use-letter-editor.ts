import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { type LetterView, letterViewSchema } from '#contracts/letters.http.js';
import { act, ProblemError } from '../../lib/http.js';
import { keys } from '../../lib/keys.js';
import { useMe } from '../../lib/session.js';
import { keepLetter, recallLetter } from './kept-letters.js';
import { type EditorState, LetterEditor, type Saved } from './letter-editor.js';

/** The editor of one letter, for as long as its page is open. */
export function useLetterEditor(letter: LetterView): { editor: LetterEditor; state: EditorState } {
  const queries = useQueryClient();
  const key = { officerId: useMe().id, letterId: letter.id };
  const [editor] = useState(() => {
    const queryKey = keys.letter(letter.id);
    const ports = {
      save: async (text: Saved['text'], version: number) => {
        const order = { method: 'PUT' as const, path: `/letters/${letter.id}/draft`, body: { ...text, version } };
        const saved = await act(letterViewSchema, order);
        if (!editor.isOver) queries.setQueryData(queryKey, saved);
        return saved;
      },
      isStale: (error: unknown) => error instanceof ProblemError && error.problem.status === 409,
      onStale: () => void queries.invalidateQueries({ queryKey }),
      keep: (unsaved: Saved | null) => keepLetter(key, unsaved),
    };
    const editor: LetterEditor = new LetterEditor(letter, ports, recallLetter(key));
    return editor;
  });
  const state = useSyncExternalStore(editor.subscribe, editor.state);
  useEffect(() => {
    if (!state.isSaving) editor.arrived(letter);
  }, [editor, letter, state.isSaving]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (editor.isDirty) event.preventDefault();
    };
    globalThis.addEventListener('beforeunload', warn);
    return () => globalThis.removeEventListener('beforeunload', warn);
  }, [editor]);
  // Leaving the page does not wait for the pause; what cannot be saved stays on this device.
  useEffect(() => () => void editor.flush(), [editor]);
  return { editor, state };
}
