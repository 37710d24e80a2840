import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#contracts/conversations.http.js';
import type { DeadlineView } from '#contracts/deadlines.http.js';
import { useFormat } from '../../lib/i18n.js';
import { useNow } from '../../lib/now.js';
import { useShortcuts } from '../../lib/shortcuts.js';
import { DeadlineTag } from '../../ui/deadline-tag.js';
import { Failure, Loading, RefetchFailure } from '../../ui/states.js';
import { Tag } from '../../ui/tag.js';
import classes from './conversation.module.css';
import { deadlinesQuery } from './conversation.queries.js';
import { DeadlinesDialog } from './deadlines-dialog.js';
import waiting from './waiting.module.css';

/** What is promised here and by when; what is settled is counted, and told in the dialog. */
export function DeadlinesPanel({ conversation }: { conversation: ConversationView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const [isOpen, setOpen] = useState(false);
  const deadlines = useQuery(deadlinesQuery(conversation.id));
  const items = deadlines.data?.items ?? [];
  const open = items.filter(({ endedAt }) => endedAt === null);
  const settled = items.length - open.length;
  const isLate = items.some((deadline) => isLateNow(deadline, now));
  const show = items.length > 0 ? () => setOpen(true) : undefined;
  useShortcuts('conversation', { deadlines: { keys: ['d'], words: t('waiting.acts.deadlines'), run: show } });
  return (
    <section className={classes.panel} aria-labelledby="deadlines">
      <h3 id="deadlines" className={classes.panelTitle}>
        {t('waiting.panel.title')}
      </h3>
      {deadlines.isPending && <Loading />}
      {deadlines.isLoadingError && <Failure error={deadlines.error} onRetry={() => void deadlines.refetch()} />}
      {deadlines.isRefetchError && <RefetchFailure error={deadlines.error} onRetry={() => void deadlines.refetch()} />}
      {deadlines.data && items.length === 0 && (
        <p className={classes.dim}>{t(isDerived(conversation) ? 'waiting.panel.none' : 'waiting.panel.pending')}</p>
      )}
      <ul className={waiting.deadlines}>
        {open.map((deadline) => (
          <OpenDeadline key={`${deadline.conversation.id}-${deadline.kind}-${deadline.ordinal}`} deadline={deadline} />
        ))}
      </ul>
      {settled > 0 && <p className={classes.dim}>{t('waiting.panel.settled', { count: settled })}</p>}
      {show && (
        <Button size="compact-xs" variant="default" mt="xs" onClick={show}>
          {t(isLate ? 'waiting.panel.whyLate' : 'waiting.panel.why')}
        </Button>
      )}
      <p className={classes.dim}>
        {conversation.acknowledgedAt
          ? `${t('waiting.panel.acknowledged')}: ${format.dateTime(conversation.acknowledgedAt)}`
          : t('waiting.panel.notAcknowledged')}
      </p>
      {isOpen && deadlines.data && (
        <DeadlinesDialog conversation={conversation} list={deadlines.data} onClose={() => setOpen(false)} />
      )}
    </section>
  );
}

/** Something is promised to whoever waits, and it is not known yet by when: it is derived moments after the message. */
function isDerived({ waitingSince, answerDueAt, department }: ConversationView): boolean {
  return waitingSince === null || answerDueAt !== null || department.answerWithinHours === null;
}

function OpenDeadline({ deadline }: { deadline: DeadlineView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { kind, dueAt, pausedSince, extendedUntil } = deadline;
  return (
    <li>
      <span className={waiting.deadlineKind}>{t(`policies.kind.${kind}`)}</span>{' '}
      {pausedSince ? (
        <Tag tone="calm">{t('waiting.paused')}</Tag>
      ) : (
        <DeadlineTag dueAt={dueAt} isExtended={extendedUntil !== null} />
      )}
      <div className={classes.dim}>
        {dueAt && t('waiting.panel.due', { time: format.dateTime(dueAt) })}
        {!dueAt && !pausedSince && t('waiting.panel.noTime')}
      </div>
    </li>
  );
}

/** Missed, or going to be by the clock on this screen. */
export function isLateNow({ outcome, endedAt, dueAt }: DeadlineView, now: number): boolean {
  return outcome === 'late' || (endedAt === null && dueAt !== null && Date.parse(dueAt) < now);
}
