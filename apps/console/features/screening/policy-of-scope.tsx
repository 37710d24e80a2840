import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ScreeningPolicyInput } from '#contracts/screening.http.js';
import { Failure, Loading, RefetchFailure } from '../../ui/states.js';
import { screeningPolicyQuery } from './screening.queries.js';
import { ScreeningForm } from './screening-form.js';
import { TryBox } from './try-box.js';
import { VersionList } from './version-list.js';

export function PolicyOfScope({ scope }: { scope: string }) {
  const policy = useQuery(screeningPolicyQuery(scope));
  const [applied, setApplied] = useState(0);
  const [shown, setShown] = useState<ScreeningPolicyInput | null>(null);
  if (policy.isPending) return <Loading />;
  if (!policy.data) return <Failure error={policy.error} onRetry={() => void policy.refetch()} />;
  return (
    <>
      {policy.isRefetchError && <RefetchFailure error={policy.error} onRetry={() => void policy.refetch()} />}
      <TryBox scope={scope} view={policy.data} policy={shown} />
      <ScreeningForm
        key={applied}
        scope={scope}
        view={policy.data}
        onDraft={setShown}
        onApplied={() => setApplied((times) => times + 1)}
      />
      <VersionList scope={scope} />
    </>
  );
}
