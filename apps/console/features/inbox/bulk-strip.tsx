import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { BulkView } from '#contracts/bulk.http.js';
import { announce } from '../../lib/announce.js';
import { isUnderWay, recentBulksQuery, useBulkFollowUp } from '../../lib/bulk.js';
import { useBulkWords } from '../../lib/bulk-words.js';
import { useShortcuts } from '../../lib/shortcuts.js';
import { keep, recall } from '../../lib/storage.js';
import { BulkProgress } from '../../ui/bulk-progress.js';
import classes from './selection.module.css';

const DISMISSED = 'answerable:bulk-dismissed';
const SHOWN_FOR_MS = 24 * 3_600_000;

/** The officer's bulk acts under way, or the result of the last one until it is put away: also after coming back. */
export function BulkStrip() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const bulks = useQuery(recentBulksQuery).data?.items ?? [];
  const [dismissed, setDismissed] = useState(() => recall(DISMISSED));
  const underWay = bulks.filter(isUnderWay);
  const [newest] = bulks;
  const isFresh = newest?.finishedAt && Date.now() - Date.parse(newest.finishedAt) < SHOWN_FOR_MS;
  const shown = underWay.length > 0 ? underWay.toReversed() : isFresh && newest.id !== dismissed ? [newest] : [];
  useEndWords(bulks);
  useShortcuts('page', { bulks: { words: t('bulk.title'), run: () => void navigate('/bulk') } });
  const dismiss = (id: string) => {
    keep(DISMISSED, id);
    setDismissed(id);
  };
  return shown.map((bulk) => <Strip key={bulk.id} bulk={bulk} onDismiss={() => dismiss(bulk.id)} />);
}

function Strip({ bulk, onDismiss }: { bulk: BulkView; onDismiss: () => void }) {
  const { t } = useTranslation();
  const { sentence, shortfall } = useBulkWords();
  const followUp = useBulkFollowUp(bulk.id);
  const words = [sentence(bulk), ...shortfall(bulk)].join(' · ');
  const ask = (verb: 'cancel' | 'undo') => (
    <Button size="compact-xs" variant="default" disabled={followUp.isPending} onClick={() => followUp.mutate(verb)}>
      {t(`bulk.${verb}`)}
    </Button>
  );
  return (
    <section className={classes.strip} data-refused={bulk.refused > 0 ? '' : undefined} aria-label={t('bulk.title')}>
      <span>{words}</span>
      {isUnderWay(bulk) && <BulkProgress bulk={bulk} />}
      <Group gap="xs">
        {bulk.may.cancel && ask('cancel')}
        {bulk.may.undo && ask('undo')}
        <Link to={`/bulk/${bulk.id}`}>{t('bulk.details')}</Link>
        {!isUnderWay(bulk) && (
          <Button size="compact-xs" variant="subtle" color="gray" onClick={onDismiss}>
            {t('bulk.dismiss')}
          </Button>
        )}
      </Group>
    </section>
  );
}

/** Said once, when one that was under way on this screen is over. */
function useEndWords(bulks: readonly BulkView[]): void {
  const { sentence, shortfall } = useBulkWords();
  const running = useRef(new Set<string>());
  useEffect(() => {
    for (const bulk of bulks) {
      if (isUnderWay(bulk)) running.current.add(bulk.id);
      else if (running.current.delete(bulk.id)) announce([sentence(bulk), ...shortfall(bulk)].join('. '));
    }
  });
}
