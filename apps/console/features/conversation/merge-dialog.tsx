import { Radio, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ConversationView } from '#contracts/conversations.http.js';
import type { Related } from '#contracts/merging.http.js';
import { ReasonField } from '../../ui/reason-field.js';
import { Failure, Loading, Notice } from '../../ui/states.js';
import { CandidateByReference } from './candidate-by-reference.js';
import { relatedQuery } from './merging.queries.js';
import { MergingDialog } from './merging-dialog.js';
import styles from './related.module.css';
import { useConversationAddress } from './use-merging.js';

interface Props {
  conversation: ConversationView;
  /** Where it is known already which one is meant. */
  chosen?: Related | undefined;
  onClose: () => void;
}

/** Which two, which of them goes on, and why. The older one survives unless somebody says otherwise: its reference is known longest. */
export function MergeDialog({ conversation, chosen, onClose }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const addressOf = useConversationAddress();
  const [other, setOther] = useState<Related | undefined>(chosen);
  const [isOtherKept, setOtherKept] = useState<boolean | null>(null);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const isOtherOlder = other !== undefined && Date.parse(other.openedAt) < Date.parse(conversation.openedAt);
  const keepsOther = isOtherKept ?? isOtherOlder;
  const order = () => {
    setTried(true);
    if (!other) return null;
    const [gone, kept] = keepsOther ? [conversation, other] : [other, conversation];
    const body = {
      version: gone.version,
      intoId: kept.id,
      intoVersion: kept.version,
      reason: reason.trim() || undefined,
    };
    return { verb: 'merge' as const, id: gone.id, body };
  };
  return (
    <MergingDialog
      title={t('merging.dialog.title')}
      submit={t('merging.dialog.submit')}
      done={t('merging.dialog.done')}
      order={order}
      onDone={({ other: kept }) => keepsOther && void navigate(addressOf(kept.id))}
      onClose={onClose}
    >
      <Text size="sm">{t('merging.dialog.lead')}</Text>
      {chosen ? <Choice related={chosen} /> : <Candidates {...{ conversation, other, onChoose: setOther }} />}
      {isTried && !other && <Notice tone="warn">{t('merging.dialog.choose')}</Notice>}
      {other && (
        <Radio.Group
          label={t('merging.dialog.survivor')}
          value={keepsOther ? 'other' : 'this'}
          onChange={(value) => setOtherKept(value === 'other')}
        >
          <Stack gap="xs" mt="xs">
            <Radio
              value="this"
              label={withAge(t('merging.dialog.thisOne', { reference: conversation.reference }), !isOtherOlder)}
            />
            <Radio
              value="other"
              label={withAge(t('merging.dialog.otherOne', { reference: other.reference }), isOtherOlder)}
            />
          </Stack>
        </Radio.Group>
      )}
      <ReasonField
        label={t('merging.dialog.reason')}
        description={t('merging.dialog.reasonHint')}
        data-autofocus={chosen ? true : undefined}
        value={reason}
        onChange={setReason}
      />
    </MergingDialog>
  );

  function withAge(words: string, isOlder: boolean): string {
    return isOlder ? `${words} (${t('merging.dialog.older')})` : words;
  }
}

interface CandidatesProps {
  conversation: ConversationView;
  other: Related | undefined;
  onChoose: (other: Related | undefined) => void;
}

function Candidates({ conversation, other, onChoose }: CandidatesProps) {
  const { t } = useTranslation();
  const related = useQuery(relatedQuery(conversation.id));
  const [found, setFound] = useState<Related[]>([]);
  if (related.isPending) return <Loading />;
  if (!related.data) return <Failure error={related.error} onRetry={() => void related.refetch()} />;
  const { duplicates, splitOff, others } = related.data;
  const suggested = [...found, ...duplicates, ...splitOff, ...others].filter(
    (one, place, all) =>
      one.status !== 'merged' &&
      one.department.slug === conversation.department.slug &&
      all.findIndex(({ id }) => id === one.id) === place,
  );
  return (
    <>
      {suggested.length > 0 ? (
        <Radio.Group
          label={t('merging.dialog.which')}
          value={other?.id ?? ''}
          onChange={(id) => onChoose(suggested.find((one) => one.id === id))}
        >
          <div className={styles.choices}>
            {suggested.map((one) => (
              <Radio key={one.id} value={one.id} label={<Choice related={one} />} />
            ))}
          </div>
        </Radio.Group>
      ) : (
        <Text size="sm">{t('merging.dialog.none')}</Text>
      )}
      <CandidateByReference
        conversation={conversation}
        onFound={(one) => {
          setFound((before) => [one, ...before.filter(({ id }) => id !== one.id)]);
          onChoose(one);
        }}
      />
    </>
  );
}

function Choice({ related: { reference, title, excerpt, citizenName, language } }: { related: Related }) {
  return (
    <span>
      <span className={styles.choiceText} dir="auto" lang={language}>
        {title?.trim() || excerpt}
      </span>
      <span className={styles.facts}>
        <span className={styles.reference}>{reference}</span>
        <span>{citizenName}</span>
      </span>
    </span>
  );
}
