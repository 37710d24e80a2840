import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Acted, actedSchema, type ConversationView } from '#contracts/conversations.http.js';
import { act } from '../../lib/http.js';
import { useTell } from '../../lib/tell.js';
import { refetchAround } from './conversation.queries.js';
import { isConflict } from './use-act.js';

export type TriageVerb = 'tags' | 'priority' | 'snooze' | 'wake' | 'class';

interface Step {
  verb: TriageVerb;
  body?: Record<string, unknown>;
}
export interface TriageOrder extends Step {
  /** What is said when it is done. */
  done: string;
  /** The inverse act. */
  undo: Step;
}

export interface TriageDialogProps {
  conversation: ConversationView;
  acts: ReturnType<typeof useTriage>;
  onClose: () => void;
}

const TOAST = 'triage';
/** Long enough to read it, to change one's mind and to get there without a mouse. */
const UNDO_SHOWN_MS = 20_000;

/** Tags, priority and snooze. Each can be taken back by its inverse, as long as nothing else has happened since. */
export function useTriage({ id, version }: ConversationView) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const tell = useTell();
  const [hasConflict, setConflict] = useState(false);
  const [undoable, setUndoable] = useState<{ step: Step; version: number } | null>(null);
  const send = ({ verb, body }: Step, seen: number) =>
    act(actedSchema, { method: 'POST', path: `/conversations/${id}/${verb}`, body: { ...body, version: seen } });
  const onSettled = () => refetchAround(queries, id);
  const undoing = useMutation({
    mutationFn: (taken: { step: Step; version: number }) => send(taken.step, taken.version),
    onSuccess: () => tell.done(t('triage.done.undone')),
    onError: (error) => tell.problem(error),
    onSettled,
  });
  const takeBack = (taken: { step: Step; version: number }) => {
    notifications.hide(TOAST);
    setUndoable(null);
    undoing.mutate(taken);
  };
  const offerUndo = ({ done, undo }: TriageOrder, acted: Acted) => {
    const taken = { step: undo, version: acted.version };
    setUndoable(taken);
    notifications.hide(TOAST);
    notifications.show({
      id: TOAST,
      color: 'green',
      autoClose: UNDO_SHOWN_MS,
      closeButtonProps: { 'aria-label': t('common.close') },
      message: (
        <>
          {done}{' '}
          <Button size="compact-sm" variant="default" onClick={() => takeBack(taken)}>
            {t('triage.acts.undo')}
          </Button>
        </>
      ),
    });
  };
  const mutation = useMutation({
    mutationFn: (order: TriageOrder) => send(order, version),
    onMutate: () => setConflict(false),
    // An act that changed nothing leaves nothing to undo.
    onSuccess: (acted, order) => (acted.version === version ? tell.done(order.done) : offerUndo(order, acted)),
    onError: (error) => (isConflict(error) ? setConflict(true) : tell.problem(error)),
    onSettled,
  });
  return {
    run: mutation.mutateAsync,
    isPending: mutation.isPending || undoing.isPending,
    hasConflict,
    dismiss: () => setConflict(false),
    // Until something else happened; what is on screen may still be from before the act.
    undo: undoable && undoable.version >= version ? () => takeBack(undoable) : undefined,
  };
}
