import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type LetterView, letterViewSchema } from '#contracts/letters.http.js';
import { act, ProblemError } from '../../lib/http.js';
import { keys } from '../../lib/keys.js';
import { useTell } from '../../lib/tell.js';
import type { LetterEditor, LetterText } from './letter-editor.js';

export type LetterVerb = 'submit' | 'return' | 'approve' | 'publish';
interface LetterOrder {
  verb: LetterVerb;
  body?: Record<string, unknown>;
}

/** The letter's verbs. What is not saved yet is saved first, so that the text that is seen is the text that goes. */
export function useLetterActs(letter: LetterView, editor: LetterEditor) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const tell = useTell();
  const [hasChanged, setChanged] = useState(false);
  const [faults, setFaults] = useState<ReadonlyMap<string, string>>(new Map());
  const isComplete = () => {
    const missing = missingIn(editor.state().text);
    setFaults(new Map(missing.map((field) => [field, t('letters.missing')])));
    if (missing.length > 0) tell.hint(t('letters.incomplete'));
    return missing.length === 0;
  };
  const mutation = useMutation({
    mutationFn: async ({ verb, body }: LetterOrder) => {
      if (verb === 'submit' && (!isComplete() || !(await editor.flush()))) return null;
      const version = verb === 'submit' ? editor.state().base.version : letter.version;
      return act(letterViewSchema, {
        method: 'POST',
        path: `/letters/${letter.id}/${verb}`,
        body: { ...body, version },
      });
    },
    onMutate: () => {
      setChanged(false);
      setFaults(new Map());
    },
    onSuccess: (changed, { verb }) => {
      if (!changed) return;
      queries.setQueryData(keys.letter(letter.id), changed);
      tell.done(t(`letters.done.${verb}`));
    },
    onError: (error) => {
      if (!(error instanceof ProblemError)) return tell.problem(error);
      if (error.problem.status === 409) return setChanged(true);
      setFaults(faultsOf(error));
      tell.problem(error);
    },
    onSettled: () => {
      const { conversation, id } = letter;
      const stale = [
        keys.letter(id),
        keys.letterLists,
        keys.counts,
        keys.conversation(conversation.id),
        keys.history(conversation.id),
      ];
      return Promise.all(stale.map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
  });
  return { run: mutation.mutateAsync, isPending: mutation.isPending, hasChanged, faults };
}

/** What a letter cannot go without, as far as the console can tell; the desk has the last word. */
function missingIn({ title, body, officialId }: LetterText): string[] {
  return Object.entries({ title, body, officialId })
    .filter(([, value]) => !value?.trim())
    .map(([field]) => field);
}

function faultsOf({ problem }: ProblemError): Map<string, string> {
  return new Map(problem.errors?.map(({ field, reason }) => [field.split('.').at(-1) ?? field, reason]));
}
