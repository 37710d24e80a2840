import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HideProposalView } from '#contracts/moderation.http.js';
import { useHiding } from '../../lib/hide-proposals.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { ModerationReasonFields, NO_REASON, sentReason } from '../../ui/moderation-reason-fields.js';

export function ShowAgainDialog({ proposal, onClose }: { proposal: HideProposalView; onClose: () => void }) {
  const { t } = useTranslation();
  const [given, setGiven] = useState(NO_REASON);
  const [isTried, setTried] = useState(false);
  const field = useRef<HTMLSelectElement>(null);
  const { id, conversationId, conversationVersion: version } = proposal;
  const hiding = useHiding(conversationId);
  const onSubmit = () => {
    setTried(true);
    if (!given.reason) return field.current?.focus();
    if (hiding.isPending) return;
    const body = { version, ...sentReason(given) };
    hiding.mutate({ path: `/${id}/show-again`, body, done: 'shown' }, { onSuccess: onClose });
  };
  return (
    <FormDialog
      title={t('decisions.whole.showTitle')}
      submit={t('decisions.acts.restore')}
      isPending={hiding.isPending}
      onSubmit={onSubmit}
      onClose={onClose}
    >
      <ModerationReasonFields decision="restore" {...{ given, isTried, field }} onChange={setGiven} />
    </FormDialog>
  );
}
