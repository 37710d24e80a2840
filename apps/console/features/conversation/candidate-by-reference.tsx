import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#contracts/conversations.http.js';
import type { Related } from '#contracts/merging.http.js';
import { isOutOfSight } from '../../lib/http.js';
import { problemWords } from '../../lib/problem-words.js';
import { findCandidate } from './merging.queries.js';
import styles from './related.module.css';

interface Props {
  conversation: ConversationView;
  onFound: (other: Related) => void;
}

/** A conversation that a citizen or a colleague names by its reference. */
export function CandidateByReference({ conversation, onFound }: Props) {
  const { t } = useTranslation();
  const [reference, setReference] = useState('');
  const search = useMutation({
    mutationFn: () => findCandidate(conversation.id, reference),
    onSuccess: onFound,
  });
  const find = () => reference.trim() && search.mutate();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    // Enter here looks for it; it does not merge yet.
    event.preventDefault();
    find();
  };
  const problem = isOutOfSight(search.error) ? t('merging.dialog.notFound') : problemWords(t, search.error);
  return (
    <div className={styles.find}>
      <TextInput
        label={t('merging.dialog.reference')}
        description={t('merging.dialog.referenceHint', { example: 'BJ-7F3K-92QD' })}
        data-autofocus
        maxLength={40}
        value={reference}
        onChange={(event) => setReference(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        error={search.isError && problem}
      />
      <Button variant="default" loading={search.isPending} onClick={find}>
        {t('merging.dialog.find')}
      </Button>
    </div>
  );
}
