import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { type DraftView, draftSchema } from '#contracts/replies.http.js';
import { type DraftWords, isEmptyDraft, isSameDraft } from '#domain/replies/draft-words.js';
import { act, ProblemError } from '../../lib/http.js';
import { keys } from '../../lib/keys.js';
import { type EditorState, type Saved, SavedEditor } from '../../lib/saved-editor.js';
import { draftQuery } from './draft.queries.js';
import { type DraftOwner, type KeptReply, keepReply, wordsIn } from './reply-draft.js';

/** What a page that is being closed may still send along; longer texts wait on this device. */
const KEEPALIVE_LENGTH = 15_000;

export interface Draft {
  editor: SavedEditor<DraftWords>;
  state: EditorState<DraftWords>;
  /** False where this browser keeps nothing. */
  isKept: boolean;
}

export function savedFrom({ version, ...words }: Omit<DraftView, 'updatedAt'>): Saved<DraftWords> {
  return { version, text: wordsIn(words) };
}

/** The officer's words in one conversation: on the desk, and on this device until the desk has them. */
export function useDraft(
  owner: DraftOwner,
  first: { onDesk: DraftView; kept: KeptReply; replyId: () => string },
): Draft {
  const queries = useQueryClient();
  const { conversationId } = owner;
  const [isKept, setKept] = useState(true);
  const queryKey = keys.draft(conversationId);
  const [editor] = useState(() => {
    const ports = {
      isSame: isSameDraft,
      save: async (words: DraftWords, version: number) => {
        const path = `/conversations/${conversationId}/draft`;
        const keepalive = words.body.length < KEEPALIVE_LENGTH;
        const saved = await act(draftSchema, { method: 'PUT', path, body: { version, ...words }, keepalive });
        if (!editor.isOver) queries.setQueryData(queryKey, saved);
        return saved;
      },
      isStale: (error: unknown) => error instanceof ProblemError && error.problem.status === 409,
      onStale: () => void queries.invalidateQueries({ queryKey, exact: true }),
      keep: (unsaved: Saved<DraftWords> | null) => {
        const { text: words, base } = editor.state();
        const version = unsaved?.version ?? base.version;
        setKept(keepReply(owner, { replyId: first.replyId(), ...words, version, isSaved: unsaved === null }));
      },
    };
    const { kept, onDesk } = first;
    const unsaved = kept.isSaved || isEmptyDraft(kept) ? null : { version: kept.version, text: wordsIn(kept) };
    const editor: SavedEditor<DraftWords> = new SavedEditor(savedFrom(onDesk), ports, unsaved);
    return editor;
  });
  const state = useSyncExternalStore(editor.subscribe, editor.state);
  const onDesk = useQuery(draftQuery(conversationId)).data;
  useEffect(() => {
    if (onDesk && !state.isSaving) editor.arrived(savedFrom(onDesk));
  }, [editor, onDesk, state.isSaving]);
  useFlushOnLeaving(editor);
  return { editor, state, isKept };
}

/** Neither another page nor another window waits for the pause after the last keystroke. */
function useFlushOnLeaving(editor: SavedEditor<DraftWords>): void {
  useEffect(() => {
    const flush = () => void editor.flush();
    const onHidden = () => document.visibilityState === 'hidden' && flush();
    document.addEventListener('visibilitychange', onHidden);
    globalThis.addEventListener('pagehide', flush);
    return () => {
      document.removeEventListener('visibilitychange', onHidden);
      globalThis.removeEventListener('pagehide', flush);
      flush();
    };
  }, [editor]);
}
