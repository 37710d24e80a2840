import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import type { InboxRow } from '#contracts/inbox.http.js';
import { isolated } from '../../lib/bidi.js';
import { useFormat, useLocalised } from '../../lib/i18n.js';
import { useNow } from '../../lib/now.js';
import { useMe } from '../../lib/session.js';
import { DeadlineTag } from '../../ui/deadline-tag.js';
import { StatusTag } from '../../ui/status-tag.js';
import classes from './inbox-row.module.css';
import { MatchKind, MatchText } from './match-text.js';
import { RowLabels, useHasLabels } from './row-labels.js';

interface Props {
  row: InboxRow;
  isOpen: boolean;
  isCursor: boolean;
}

export function InboxRowLink({ row, isOpen, isCursor }: Props) {
  const { search } = useLocation();
  const title = row.title?.trim();
  const labels = useHasLabels(row);
  return (
    <Link
      to={{ pathname: `/inbox/${row.id}`, search }}
      className={classes.row}
      data-id={row.id}
      tabIndex={isCursor ? 0 : -1}
      aria-current={isOpen ? 'true' : undefined}
    >
      <span className={classes.line}>
        {title && (
          <span className={classes.rowTitle} lang={row.language} dir="auto">
            {row.match?.title ? <MatchText pieces={row.match.title} /> : title}
          </span>
        )}
        {!title && (
          <span className={classes.untitled} lang={row.language} dir="auto" data-labelled={labels ? '' : undefined}>
            {row.match && <MatchKind match={row.match} />}
            {row.match ? <MatchText pieces={row.match.excerpt} /> : row.excerpt}
          </span>
        )}
        {row.waitingSince && <DeadlineTag dueAt={row.answerDueAt} />}
      </span>
      {(title || labels) && (
        <span className={classes.second}>
          {labels && <RowLabels row={row} />}
          {title && row.match && <MatchKind match={row.match} />}
          {title && (
            <span className={classes.excerpt} lang={row.language} dir="auto">
              {row.match ? <MatchText pieces={row.match.excerpt} /> : row.excerpt}
            </span>
          )}
        </span>
      )}
      <span className={classes.line}>
        <RowFacts row={row} />
        <StatusTag status={row.status} />
      </span>
    </Link>
  );
}

function RowFacts({ row }: { row: InboxRow }) {
  const { t } = useTranslation();
  const localised = useLocalised();
  const age = useAge(row);
  const me = useMe();
  const officer = row.officer?.id === me.id ? t('inbox.you') : row.officer?.name;
  const isOpenWork = row.status === 'queued' || row.status === 'assigned';
  const facts = [
    age,
    isolated(row.citizenName),
    me.departments.length > 1 && localised(row.department.name),
    officer ?? (isOpenWork && t('inbox.nobody')),
  ];
  return <span className={classes.facts}>{facts.filter(Boolean).join(' · ')}</span>;
}

function useAge(row: InboxRow): string {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  if (row.waitingSince) return t('inbox.waiting', { duration: format.duration(now - Date.parse(row.waitingSince)) });
  return t('inbox.lastMessage', { time: format.dateTime(row.lastMessageAt) });
}
