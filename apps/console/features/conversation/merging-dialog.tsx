import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActedPair } from '#contracts/merging.http.js';
import { useTell } from '../../lib/tell.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { Notice } from '../../ui/states.js';
import { mergingProblemWords } from './merging-words.js';
import { type MergingOrder, useMerging } from './use-merging.js';

interface Props {
  title: string;
  submit: string;
  /** Said when it was done. */
  done: string;
  /** Null while something is missing; the field then says what. */
  order: () => MergingOrder | null;
  onDone: (pair: ActedPair) => void;
  onClose: () => void;
  children: ReactNode;
}

/** A question before two conversations change at once. A refusal is shown in it, and nothing typed is lost. */
export function MergingDialog({ title, submit, done, order, onDone, onClose, children }: Props) {
  const { t } = useTranslation();
  const tell = useTell();
  const merging = useMerging();
  const onSubmit = () => {
    const given = order();
    if (!given) return;
    const onSuccess = (pair: ActedPair) => {
      tell.done(done);
      onClose();
      onDone(pair);
    };
    void merging.mutateAsync(given).then(onSuccess, () => undefined);
  };
  return (
    <FormDialog title={title} submit={submit} isPending={merging.isPending} onSubmit={onSubmit} onClose={onClose}>
      {merging.isError && <Notice tone="warn">{mergingProblemWords(t, merging.error)}</Notice>}
      {children}
    </FormDialog>
  );
}
