import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type TagView, tagSchema } from '#contracts/triage.http.js';
import type { TagColour } from '#domain/triage/tag-colours.js';
import { act, ProblemError } from '../../lib/http.js';
import { keys } from '../../lib/keys.js';
import { useTell } from '../../lib/tell.js';

export interface TagFields {
  name: { en: string; zh: string };
  colour: TagColour;
}

export type TagOrder =
  | { act: 'make'; id: string; department: string; fields: TagFields }
  | { act: 'edit'; tag: TagView; fields: TagFields }
  | { act: 'merge'; tag: TagView; intoId: string }
  | { act: 'archive' | 'restore' | 'part'; tag: TagView };

const DONE = {
  make: 'made',
  edit: 'saved',
  merge: 'mergedDone',
  archive: 'archivedDone',
  restore: 'restoredDone',
  part: 'partedDone',
} as const;

/** What supervisors do with the tags of their department. A name that is taken is told at the field. */
export function useTagActs() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const tell = useTell();
  const mutation = useMutation({
    mutationFn: (order: TagOrder) => act(tagSchema, requestOf(order)),
    onSuccess: (_, order) => tell.done(t(`triage.tags.${DONE[order.act]}`)),
    onError: (error) => {
      if (isStale(error)) tell.hint(t('triage.tags.conflict'));
      else if (!isNameTaken(error)) tell.problem(error);
    },
    onSettled: () => Promise.all([keys.tags, keys.inboxes].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
  return { run: mutation.mutateAsync, isPending: mutation.isPending, isNameTaken: isNameTaken(mutation.error) };
}

function requestOf(order: TagOrder) {
  if (order.act === 'make') {
    const { id, department, fields } = order;
    return { method: 'POST' as const, path: '/tags', body: { id, department, ...fields } };
  }
  const { id, version } = order.tag;
  if (order.act === 'edit') return { method: 'PUT' as const, path: `/tags/${id}`, body: { version, ...order.fields } };
  const body = order.act === 'merge' ? { version, intoId: order.intoId } : { version };
  return { method: 'POST' as const, path: `/tags/${id}/${order.act}`, body };
}

function isNameTaken(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.errors?.some(({ field }) => field === 'name') === true;
}

function isStale(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.status === 409;
}
