import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { deadlinePreviewSchema } from '#contracts/deadlines.http.js';
import { act } from '../lib/http.js';
import { keys } from '../lib/keys.js';
import { FormDialog } from './form-dialog.js';
import { PreviewFigures } from './preview-figures.js';
import { Failure, Loading } from './states.js';

interface Props {
  title: string;
  submit: string;
  /** Where the desk says what would move, and what is asked there. */
  path: string;
  body: object;
  isPending: boolean;
  onSubmit: () => void;
  onClose: () => void;
  children?: ReactNode;
}

/** Whether to do what moves open deadlines: asked with how many there are. */
export function MovesDialog({ title, submit, path, body, isPending, onSubmit, onClose, children }: Props) {
  const { t } = useTranslation();
  const moves = useMoves(path, body);
  const submitted = () => {
    if (moves.data && !isPending) onSubmit();
  };
  return (
    <FormDialog title={title} submit={submit} isPending={isPending} onSubmit={submitted} onClose={onClose} size="lg">
      {children}
      <section aria-label={t('policies.apply.moves')}>
        {moves.isPending && <Loading />}
        {moves.isError && <Failure error={moves.error} onRetry={() => void moves.refetch()} />}
        {moves.data && <PreviewFigures preview={moves.data} />}
      </section>
    </FormDialog>
  );
}

/** Asked anew each time: deadlines begin and end all day. */
function useMoves(path: string, body: object) {
  return useQuery({
    queryKey: keys.deadlineMoves(path, body),
    queryFn: () => act(deadlinePreviewSchema, { method: 'POST', path, body }),
    gcTime: 0,
    staleTime: 0,
    refetchOnWindowFocus: false,
  });
}
