import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { SearchProblem } from '#domain/search/search-query.js';
import { announce } from '../../lib/announce.js';
import { Empty } from '../../ui/states.js';
import { type InboxFilter, isFiltered, searchOf } from './inbox-filter.js';
import classes from './search.module.css';

/** Said before the desk is asked: it would only say the same. */
export function NoQuestion({ problem }: { problem: SearchProblem }) {
  const { t } = useTranslation();
  return (
    <Empty>
      <p role="status">{t(`search.problems.${problem}`)}</p>
      <p>{t('search.hint')}</p>
    </Empty>
  );
}

export function NothingFound({ question, filter }: { question: string; filter: InboxFilter }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const isNarrow = filter.view !== 'all' || isFiltered(filter);
  const everywhere = () => void navigate({ pathname: '/inbox', search: searchOf({ view: 'all' }, { question }) });
  return (
    <Empty>
      <p role="status">{t(isNarrow ? 'search.nothingHere' : 'search.nothing', { q: question })}</p>
      {isNarrow && (
        <Button variant="default" onClick={everywhere}>
          {t('search.everywhere')}
        </Button>
      )}
      <p>{t('search.hint')}</p>
    </Empty>
  );
}

/** What the list is of, and once for those who do not see it how long it is. */
export function FoundHeading({ question, found, hasMore }: { question: string; found: number; hasMore: boolean }) {
  const { t } = useTranslation();
  const said = useRef<string | null>(null);
  useEffect(() => {
    if (said.current === question) return;
    said.current = question;
    announce(hasMore ? t('search.foundMore', { count: found }) : t('search.found', { count: found }));
  }, [question, found, hasMore, t]);
  return <p className={classes.heading}>{t('search.heading', { q: question })}</p>;
}
