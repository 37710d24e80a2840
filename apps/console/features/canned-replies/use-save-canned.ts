import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CannedReplyView, cannedReplySchema } from '#contracts/canned-replies.http.js';
import { act, ProblemError } from '../../lib/http.js';
import { keys } from '../../lib/keys.js';
import { useTell } from '../../lib/tell.js';
import { newId } from '../../lib/uuid.js';
import type { CannedForm } from './canned-form.js';

/** Writes a new one or edits the given one, as it was when the dialog was opened. */
export function useSaveCanned(reply: CannedReplyView | null, onSaved: () => void) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const tell = useTell();
  const [id] = useState(() => reply?.id ?? newId());
  const [version] = useState(reply?.version);
  const save = useMutation({
    mutationFn: ({ department, shortcut, ...text }: CannedForm) => {
      const body = { ...text, shortcut: shortcut.trim() || null };
      if (version !== undefined) {
        return act(cannedReplySchema, { method: 'PUT', path: `/canned-replies/${id}`, body: { ...body, version } });
      }
      const made = { ...body, id, department: department || null };
      return act(cannedReplySchema, { method: 'POST', path: '/canned-replies', body: made });
    },
    onSuccess: () => {
      tell.done(t('canned.saved'));
      onSaved();
    },
    onError: (error) => {
      if (!isShownInForm(error)) tell.problem(error);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: keys.cannedReplies }),
  });
  const isStale = save.error instanceof ProblemError && save.error.problem.code === 'stale-version';
  return { ...save, isStale };
}

function isShownInForm(error: unknown): boolean {
  if (!(error instanceof ProblemError)) return false;
  const { code, errors } = error.problem;
  return code === 'stale-version' || (errors?.some(({ field }) => field === 'shortcut') ?? false);
}
