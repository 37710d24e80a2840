import { Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulkOrder, BulkSelection } from '#contracts/bulk.http.js';
import type { InboxRow } from '#contracts/inbox.http.js';
import { orderBulk, refetchBulks } from '../../lib/bulk.js';
import { problemWords } from '../../lib/problem-words.js';
import { newId } from '../../lib/uuid.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { Notice } from '../../ui/states.js';
import type { ListSelection } from './use-selection.js';

export interface BulkFormProps {
  selection: ListSelection;
  rows: readonly InboxRow[];
  query: string;
  onClose: () => void;
}

interface Props extends BulkFormProps {
  title: string;
  submit: string;
  /** Null while something is missing; the field then says what. */
  order: () => BulkOrder | null;
  children?: ReactNode;
}

/** A question before an act over many rows. What was typed stays until the order was taken down. */
export function BulkForm({ title, submit, order, selection, query, onClose, children }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  // One id for all tries: an answer that was lost on the way does not do it twice.
  const [id] = useState(newId);
  const ordering = useMutation({
    mutationFn: (given: BulkOrder) => orderBulk({ id, order: given, selection: selectionOf(selection, query) }),
    onSuccess: () => {
      selection.clear();
      onClose();
    },
    onSettled: () => refetchBulks(queries),
  });
  const onSubmit = () => {
    const given = order();
    if (given) ordering.mutate(given);
  };
  return (
    <FormDialog title={title} submit={submit} isPending={ordering.isPending} onSubmit={onSubmit} onClose={onClose}>
      {ordering.isError && <Notice tone="late">{problemWords(t, ordering.error)}</Notice>}
      <Text size="sm">{t('bulk.dialog.over', { count: selection.count })}</Text>
      {children}
    </FormDialog>
  );
}

function selectionOf({ selection }: ListSelection, filter: string): BulkSelection {
  if (selection.everything !== null) return { filter };
  return { conversations: [...selection.rows].map(([id, version]) => ({ id, version })) };
}
