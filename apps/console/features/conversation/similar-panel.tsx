import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ConversationView } from '#contracts/conversations.http.js';
import type { SimilarConversation } from '#contracts/search.http.js';
import { announce } from '../../lib/announce.js';
import { useFormat, useLocalised } from '../../lib/i18n.js';
import { offerWords } from '../../lib/reply-words.js';
import { Failure, Loading } from '../../ui/states.js';
import classes from './conversation.module.css';
import { similarQuery } from './merging.queries.js';
import styles from './related.module.css';
import { useConversationAddress } from './use-merging.js';

/** Answers to borrow from: what was said when somebody asked much the same. */
export function SimilarPanel({ conversation }: { conversation: ConversationView }) {
  const { t } = useTranslation();
  const similar = useQuery(similarQuery(conversation.id));
  const items = similar.data?.items;
  return (
    <section className={classes.panel} aria-labelledby="similar">
      <h3 id="similar" className={classes.panelTitle}>
        {t('merging.similar.title')}
      </h3>
      {similar.isPending && <Loading />}
      {similar.isLoadingError && <Failure error={similar.error} onRetry={() => void similar.refetch()} />}
      {items?.length === 0 && <p className={classes.dim}>{t('merging.similar.none')}</p>}
      <ul className={styles.rows}>
        {items?.map((one) => (
          <SimilarRow key={one.conversationId} conversationId={conversation.id} similar={one} />
        ))}
      </ul>
    </section>
  );
}

function SimilarRow({ conversationId, similar }: { conversationId: string; similar: SimilarConversation }) {
  const { t } = useTranslation();
  const format = useFormat();
  const localised = useLocalised();
  const addressOf = useConversationAddress();
  const [landing, setLanding] = useState<'used' | 'noComposer' | null>(null);
  const { reference, title, excerpt, language, department, answer, sharedWords } = similar;
  const use = () => {
    const next = offerWords(conversationId, answer.body) ? 'used' : 'noComposer';
    setLanding(next);
    announce(t(`merging.similar.${next}`, { reference }));
  };
  return (
    <li className={styles.row}>
      <Link to={addressOf(similar.conversationId)} className={styles.link}>
        <span dir="auto" lang={language}>
          {title?.trim() || excerpt}
        </span>
      </Link>
      <span className={styles.facts}>
        <span className={styles.reference}>{reference}</span>
        <span>{localised(department.name)}</span>
      </span>
      {sharedWords.length > 0 && (
        <span className={styles.facts}>{t('merging.similar.shared', { words: sharedWords.join(', ') })}</span>
      )}
      <details>
        <summary>{t('merging.similar.show', { time: format.dateTime(answer.at) })}</summary>
        <p className={styles.borrowed} dir="auto">
          {answer.body}
        </p>
        <Button size="compact-xs" variant="default" onClick={use}>
          {t('merging.similar.use')}
        </Button>
        {landing && <p className={classes.dim}>{t(`merging.similar.${landing}`, { reference })}</p>}
      </details>
    </li>
  );
}
