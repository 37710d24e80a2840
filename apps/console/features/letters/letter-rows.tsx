import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { LetterRow } from '#contracts/letters.http.js';
import { useFormat, useLocalised } from '../../lib/i18n.js';
import { useListKeys } from '../../lib/list-keys.js';
import { LetterStatusTag } from '../../ui/status-tag.js';
import classes from './letters.module.css';

export function LetterRows({ rows }: { rows: readonly LetterRow[] }) {
  const list = useRef<HTMLUListElement>(null);
  const moveBy = (step: number) => {
    const links: Element[] = [...(list.current?.querySelectorAll('a') ?? [])];
    const current = document.activeElement ? links.indexOf(document.activeElement) : -1;
    const next = links[Math.max(0, Math.min(links.length - 1, current + step))];
    if (next instanceof HTMLElement) next.focus();
  };
  useListKeys({ list, moveBy, open: () => list.current?.querySelector('a')?.click() });
  return (
    <ul ref={list} className={classes.rows}>
      {rows.map((row) => (
        <li key={row.id}>
          <LetterRowLink row={row} />
        </li>
      ))}
    </ul>
  );
}

function LetterRowLink({ row }: { row: LetterRow }) {
  const { t } = useTranslation();
  const localised = useLocalised();
  const format = useFormat();
  const { citizenName: name, title } = row.conversation;
  const facts = [
    title?.trim() ? t('letters.answering', { name, title }) : t('letters.answeringUntitled', { name }),
    localised(row.department.name),
    t('letters.byAuthor', { name: row.authorName }),
    t('letters.updated', { time: format.dateTime(row.updatedAt) }),
  ];
  return (
    <Link to={`/letters/${row.id}`} className={classes.row}>
      <span className={classes.rowHead}>
        <span className={classes.rowTitle}>{row.title.trim() || t('letters.untitled')}</span>
        <LetterStatusTag status={row.status} />
      </span>
      <span className={classes.facts}>{facts.join(' · ')}</span>
    </Link>
  );
}
