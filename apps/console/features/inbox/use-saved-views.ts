import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { changedViewSchema, type SavedViewView } from '#contracts/saved-views.http.js';
import type { ViewAudience } from '#domain/triage/saved-view.permissions.js';
import { act, ProblemError } from '../../lib/http.js';
import { keys } from '../../lib/keys.js';
import { useTell } from '../../lib/tell.js';
import { newId } from '../../lib/uuid.js';
import type { InboxFilter } from './inbox-filter.js';

interface Saving {
  /** Null makes a new one. */
  view: SavedViewView | null;
  fields: { name: string; filter: InboxFilter; audience: ViewAudience; department?: string };
}

/** After every change the views and their numbers are fetched anew. */
function useChange<Given>(send: (given: Given) => Promise<{ id: string; version: number }>) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const tell = useTell();
  return useMutation({
    mutationFn: send,
    onError: (error) => {
      const isStale = error instanceof ProblemError && error.problem.code === 'stale-version';
      if (isStale) tell.hint(t('triage.views.conflict'));
      else tell.problem(error);
    },
    onSettled: () =>
      Promise.all([keys.savedViews, keys.counts].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}

export function useSaveView() {
  const { t } = useTranslation();
  const tell = useTell();
  const mutation = useChange(({ view, fields }: Saving) =>
    view
      ? act(changedViewSchema, { method: 'PUT', path: `/views/${view.id}`, body: { ...fields, version: view.version } })
      : act(changedViewSchema, { method: 'POST', path: '/views', body: { ...fields, id: newId() } }),
  );
  const run = async (saving: Saving) => {
    const saved = await mutation.mutateAsync(saving);
    tell.done(t('triage.views.saved'));
    return saved;
  };
  return { run, isPending: mutation.isPending };
}

/** Before another view, or to the end. */
export function useMoveView() {
  return useChange(({ view, beforeId }: { view: SavedViewView; beforeId: string | undefined }) =>
    act(changedViewSchema, {
      method: 'POST',
      path: `/views/${view.id}/move`,
      body: { version: view.version, beforeId },
    }),
  );
}

export interface DeletedView {
  id: string;
  version: number;
  name: string;
}

/** At once; who deleted it is offered the way back where they are. */
export function useDeleteView(onDeleted: (view: DeletedView) => void) {
  const deletion = useChange(({ id, version }: SavedViewView) =>
    act(changedViewSchema, { method: 'DELETE', path: `/views/${id}`, body: { version } }),
  );
  // Not a callback of the mutation: those are dropped with the row that has gone by then.
  const run = (view: SavedViewView) =>
    void deletion.mutateAsync(view).then(
      (deleted) => onDeleted({ ...deleted, name: view.name }),
      () => undefined,
    );
  return { run, isPending: deletion.isPending };
}

export function useRestoreView() {
  return useChange(({ id, version }: DeletedView) =>
    act(changedViewSchema, { method: 'POST', path: `/views/${id}/restore`, body: { version } }),
  );
}
