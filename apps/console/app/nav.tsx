import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { countsQuery } from '../lib/counts.js';
import { useFormat } from '../lib/i18n.js';
import { screensOf } from '../lib/screens.js';
import { useMe } from '../lib/session.js';
import classes from './shell.module.css';

export function Nav() {
  const { t } = useTranslation();
  const me = useMe();
  const counts = useQuery(countsQuery).data;
  const waiting = {
    inbox: undefined,
    moderation: counts && counts.held + counts.appeals,
    letters: counts?.lettersInReview,
    oversight: undefined,
    staffing: undefined,
  };
  return (
    <nav aria-label={t('shell.mainNav')} className={classes.nav}>
      {screensOf(me).map(({ name, path }) => (
        <Item key={name} to={path} label={t(`shell.nav.${name}`)} count={waiting[name]} />
      ))}
    </nav>
  );
}

function Item({ to, label, count }: { to: string; label: string; count?: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <NavLink to={to} className={classes.navItem ?? ''}>
      {label}
      {count ? (
        <span className={classes.navCount}>
          <span aria-hidden="true">{format.count(count)}</span>
          <span className="visually-hidden">{t('shell.waitingCount', { number: format.count(count) })}</span>
        </span>
      ) : null}
    </NavLink>
  );
}
