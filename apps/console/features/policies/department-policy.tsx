import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { DeadlinePolicy } from '#domain/deadlines/deadline-policy.js';
import { recallForm } from '../../lib/kept-form.js';
import { useMe } from '../../lib/session.js';
import { Failure, Loading, RefetchFailure } from '../../ui/states.js';
import { CalendarChoice } from './calendar-choice.js';
import { KEPT_POLICIES } from './kept-policies.js';
import { policyQuery } from './policies.queries.js';
import { PolicyEditor } from './policy-editor.js';
import { PolicyInForce } from './policy-in-force.js';
import { VersionList } from './version-list.js';

interface Props {
  slug: string;
  /** While something is being changed, so that nothing typed is lost by a slip. */
  onEditing: (isEditing: boolean) => void;
}

export function DepartmentPolicy({ slug, onEditing }: Props) {
  const policy = useQuery(policyQuery(slug));
  const officerId = useMe().id;
  const [begun, setBegun] = useState<DeadlinePolicy | 'kept' | null>(() =>
    recallForm(KEPT_POLICIES, { officerId, thing: slug }) ? 'kept' : null,
  );
  useEffect(() => onEditing(begun !== null), [begun, onEditing]);
  if (policy.isPending) return <Loading />;
  if (!policy.data) return <Failure error={policy.error} onRetry={() => void policy.refetch()} />;
  const view = policy.data;
  const start = begun === 'kept' ? view.policy : begun;
  const begin = view.may.change && !start ? setBegun : undefined;
  return (
    <>
      {policy.isRefetchError && <RefetchFailure error={policy.error} onRetry={() => void policy.refetch()} />}
      <PolicyInForce view={view} onChange={begin && (() => begin(view.policy))} />
      {view.may.change && start && <PolicyEditor view={view} start={start} onClose={() => setBegun(null)} />}
      {view.may.change && <CalendarChoice view={view} />}
      <VersionList slug={slug} onStartFrom={begin} />
    </>
  );
}
