import { Radio, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#contracts/conversations.http.js';
import { useLocalised } from '../../lib/i18n.js';
import { Failure, Loading } from '../../ui/states.js';
import { Tag } from '../../ui/tag.js';
import { ActDialog } from './act-dialog.js';
import { deadlinesQuery } from './conversation.queries.js';
import type { TriageDialogProps } from './use-triage.js';

const NONE = '';

/** Of which class of messages it is: some have promises of their own. */
export function ClassDialog(props: TriageDialogProps) {
  const { t } = useTranslation();
  const localised = useLocalised();
  const { id, classCode: before } = props.conversation;
  const deadlines = useQuery(deadlinesQuery(id));
  const [choice, setChoice] = useState(before ?? NONE);
  const classes = deadlines.data?.classes ?? [];
  const order = () => {
    const chosen = classes.find(({ code }) => code === choice);
    if (!chosen && choice !== NONE) return null;
    const name = chosen ? localised(chosen.name) : t('waiting.classDialog.none');
    const undo = { verb: 'class' as const, body: { classCode: before } };
    return {
      verb: 'class' as const,
      body: { classCode: chosen?.code ?? null },
      done: t('waiting.done.class', { name }),
      undo,
    };
  };
  return (
    <ActDialog {...props} title={t('waiting.classDialog.title')} submit={t('waiting.classDialog.submit')} order={order}>
      <Text size="sm">{t('waiting.classDialog.lead')}</Text>
      {deadlines.isPending && <Loading />}
      {deadlines.isLoadingError && <Failure error={deadlines.error} onRetry={() => void deadlines.refetch()} />}
      {deadlines.data && classes.length === 0 && <Text size="sm">{t('waiting.classDialog.empty')}</Text>}
      {deadlines.data && (
        <Radio.Group aria-label={t('waiting.classDialog.title')} value={choice} onChange={setChoice}>
          <Stack gap="xs">
            {[...classes, null].map((one) => (
              <Radio
                key={one?.code ?? NONE}
                value={one?.code ?? NONE}
                label={one ? localised(one.name) : t('waiting.classDialog.none')}
                data-autofocus={(one?.code ?? NONE) === choice || undefined}
              />
            ))}
          </Stack>
        </Radio.Group>
      )}
    </ActDialog>
  );
}

/** A class that the department has no longer is shown by its code. */
export function ClassTag({ conversation: { id, classCode } }: { conversation: ConversationView }) {
  const localised = useLocalised();
  const deadlines = useQuery({ ...deadlinesQuery(id), enabled: classCode !== null });
  if (classCode === null) return null;
  const known = deadlines.data?.classes.find(({ code }) => code === classCode);
  return <Tag tone="info">{known ? localised(known.name) : classCode}</Tag>;
}
