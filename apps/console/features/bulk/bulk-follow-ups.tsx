import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { BulkView } from '#contracts/bulk.http.js';
import { useBulkFollowUp } from '../../lib/bulk.js';

/** Undo and retry are bulk acts of their own: the page goes on to them. */
export function BulkFollowUps({ bulk }: { bulk: BulkView }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const followUp = useBulkFollowUp(bulk.id);
  const ask = (verb: 'cancel' | 'undo' | 'retry') =>
    bulk.may[verb] && (
      <Button
        variant="default"
        disabled={followUp.isPending}
        onClick={() => followUp.mutate(verb, { onSuccess: (id) => void navigate(`/bulk/${id}`) })}
      >
        {t(`bulk.${verb}`)}
      </Button>
    );
  return (
    <Group>
      {ask('cancel')}
      {ask('retry')}
      {ask('undo')}
    </Group>
  );
}
