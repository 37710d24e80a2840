import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { HideProposalView } from '#contracts/moderation.http.js';
import { hideProposalsQuery, useHiding } from '../../lib/hide-proposals.js';
import { useFormat, useLocalised } from '../../lib/i18n.js';
import { RefetchFailure } from '../../ui/states.js';
import classes from './moderation.module.css';
import { ShowAgainDialog } from './show-again-dialog.js';

/** Whole conversations that somebody wants hidden, and those that are. */
export function HideProposals({ department }: { department: string | null }) {
  const { t } = useTranslation();
  const proposals = useQuery(hideProposalsQuery(department));
  if (proposals.isError) return <RefetchFailure error={proposals.error} onRetry={() => void proposals.refetch()} />;
  if (!proposals.data || proposals.data.items.length === 0) return null;
  return (
    <section aria-labelledby="hide-proposals">
      <h2 id="hide-proposals" className={classes.sectionTitle}>
        {t('decisions.whole.proposals')}
      </h2>
      <ul className={classes.cards}>
        {proposals.data.items.map((proposal) => (
          <ProposalCard key={proposal.id} proposal={proposal} />
        ))}
      </ul>
    </section>
  );
}

function ProposalCard({ proposal }: { proposal: HideProposalView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const localised = useLocalised();
  const { conversationId, reference, title, excerpt, reason, explanation, note, isConfirmed } = proposal;
  const words = { name: proposal.proposedBy, time: format.dateTime(proposal.proposedAt) };
  return (
    <li className={classes.card}>
      <header className={classes.head}>
        <h3 className={classes.name} dir="auto">
          {title?.trim() || excerpt}
        </h3>
        <span className={classes.facts}>
          {localised(proposal.department.name)} ·{' '}
          {t(`decisions.whole.${isConfirmed ? 'hiddenBy' : 'proposedBy'}`, words)}
        </span>
        <Link to={`/conversations/${conversationId}`}>
          {t('moderation.openConversation')} {reference}
        </Link>
      </header>
      <p className={classes.body}>{t('decisions.whole.reason', { reason: localised(reason.wording) })}</p>
      {[explanation, note].map((text) =>
        text ? (
          <p key={text} className={classes.body} dir="auto">
            {text}
          </p>
        ) : null,
      )}
      {!isConfirmed && proposal.isHeld && <p className={classes.facts}>{t('decisions.whole.held')}</p>}
      {isConfirmed ? <Confirmed proposal={proposal} /> : <Open proposal={proposal} />}
    </li>
  );
}

function Open({ proposal }: { proposal: HideProposalView }) {
  const { t } = useTranslation();
  const { id, conversationId, conversationVersion: version, isOwn } = proposal;
  const hiding = useHiding(conversationId);
  const decide = (act: 'confirm' | 'decline', done: 'confirmed' | 'declined') => () =>
    hiding.mutate({ path: `/${id}/${act}`, body: { version }, done });
  return (
    <Group gap="xs">
      {isOwn ? (
        <span className={classes.facts}>{t('decisions.whole.own')}</span>
      ) : (
        <Button size="xs" disabled={hiding.isPending} onClick={decide('confirm', 'confirmed')}>
          {t('decisions.whole.confirm')}
        </Button>
      )}
      <Button size="xs" variant="default" disabled={hiding.isPending} onClick={decide('decline', 'declined')}>
        {t(isOwn ? 'decisions.whole.withdraw' : 'decisions.whole.decline')}
      </Button>
    </Group>
  );
}

function Confirmed({ proposal }: { proposal: HideProposalView }) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  return (
    <Group gap="xs">
      <Button size="xs" variant="default" onClick={() => setAsking(true)}>
        {t('decisions.whole.showAgain')}
      </Button>
      {isAsking && <ShowAgainDialog proposal={proposal} onClose={() => setAsking(false)} />}
    </Group>
  );
}
