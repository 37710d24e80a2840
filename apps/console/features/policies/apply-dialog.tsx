import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import {
  type ChangeDeadlinePolicy,
  type DeadlinePolicyInput,
  type DeadlinePolicyView,
  deadlinePolicyViewSchema,
  deadlinePreviewSchema,
} from '#contracts/deadlines.http.js';
import { act, ProblemError } from '../../lib/http.js';
import { useFormat, useLocalised } from '../../lib/i18n.js';
import { keys } from '../../lib/keys.js';
import { useTell } from '../../lib/tell.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { PreviewFigures } from '../../ui/preview-figures.js';
import { ReasonField, useRequiredReason } from '../../ui/reason-field.js';
import { Failure, Loading } from '../../ui/states.js';
import { ChangeList } from './change-list.js';
import classes from './policies.module.css';
import { policyPath } from './policies.queries.js';
import { changesBetween } from './policy-diff.js';

interface Props {
  view: DeadlinePolicyView;
  seenVersion: number;
  policy: DeadlinePolicyInput;
  onApplied: () => void;
  onClose: () => void;
}

/** What the next version would do to the open deadlines, and why it is wanted: before it is applied. */
export function ApplyDialog({ view, seenVersion, policy, onApplied, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const localised = useLocalised();
  const why = useRequiredReason(t('policies.apply.whyMissing'));
  const { slug, name } = view.department;
  const preview = usePreview(slug, policy);
  const apply = useApply(slug, { onApplied, onClose });
  const submit = () => {
    const given = why.given();
    if (given && preview.data && !apply.isPending) apply.mutate({ version: seenVersion, policy, why: given });
  };
  return (
    <FormDialog
      title={t('policies.apply.title', { version: format.number(seenVersion + 1), department: localised(name) })}
      submit={t('policies.apply.submit')}
      isPending={apply.isPending}
      onSubmit={submit}
      onClose={onClose}
      size="lg"
    >
      <div>
        <h3 className={classes.dialogHeading}>{t('policies.apply.changes')}</h3>
        <ChangeList changes={changesBetween(view.policy, policy)} before={view.policy} after={policy} />
      </div>
      <div>
        <h3 className={classes.dialogHeading}>{t('policies.apply.moves')}</h3>
        {preview.isPending && <Loading />}
        {preview.isError && <Failure error={preview.error} onRetry={() => void preview.refetch()} />}
        {preview.data && <PreviewFigures preview={preview.data} />}
      </div>
      <ReasonField
        label={t('policies.apply.why')}
        description={t('policies.apply.whyHint')}
        data-autofocus
        {...why.field}
      />
    </FormDialog>
  );
}

/** Asked anew each time: deadlines begin and end all day. */
function usePreview(slug: string, policy: DeadlinePolicyInput) {
  return useQuery({
    queryKey: keys.deadlinePolicyPreview(slug, policy),
    queryFn: () =>
      act(deadlinePreviewSchema, { method: 'POST', path: `${policyPath(slug)}/preview`, body: { policy } }),
    gcTime: 0,
    staleTime: 0,
    refetchOnWindowFocus: false,
  });
}

function useApply(slug: string, { onApplied, onClose }: { onApplied: () => void; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const tell = useTell();
  return useMutation({
    mutationFn: (body: ChangeDeadlinePolicy) =>
      act(deadlinePolicyViewSchema, { method: 'PUT', path: policyPath(slug), body }),
    onSuccess: (view) => {
      queries.setQueryData(keys.deadlinePolicy(slug), view);
      tell.done(t('policies.apply.done', { version: view.version }));
      onApplied();
    },
    onError: (error) => {
      // The form behind shows who was faster, with the draft as it is.
      const isStale = error instanceof ProblemError && error.problem.code === 'stale-version';
      if (isStale) onClose();
      else tell.problem(error);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: keys.deadlinePolicies }),
  });
}
