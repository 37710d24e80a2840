import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DeadlinePolicyView } from '#contracts/deadlines.http.js';
import { DEADLINE_KINDS, type DeadlinePolicy } from '#domain/deadlines/deadline-policy.js';
import { useFormat, useLocalised } from '../../lib/i18n.js';
import layout from '../../ui/layout.module.css';
import { Notice } from '../../ui/states.js';
import classes from './policies.module.css';
import { usePolicyWords } from './policy-words.js';

interface Props {
  view: DeadlinePolicyView;
  /** Missing while it is being changed, and for who may not. */
  onChange?: (() => void) | undefined;
}

/** What the department promises now, in sentences. */
export function PolicyInForce({ view, onChange }: Props) {
  const { t } = useTranslation();
  const { policy, may } = view;
  return (
    <section className={`${layout.section} ${classes.section}`} aria-labelledby="in-force">
      <Group justify="space-between" align="start">
        <h2 id="in-force">{t('policies.inForce')}</h2>
        {onChange && (
          <Button variant="default" onClick={onChange}>
            {t(policy.rules.length > 0 ? 'policies.change' : 'policies.begin')}
          </Button>
        )}
      </Group>
      <Since view={view} />
      {policy.rules.length === 0 ? <p>{t('policies.nothing')}</p> : <Promises policy={policy} />}
      <CalendarLine view={view} />
      {!may.change && <p className={classes.hint}>{t('policies.readOnly')}</p>}
    </section>
  );
}

function Since({ view: { version, changedAt, changedBy, why } }: { view: DeadlinePolicyView }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (version === 0 || !changedAt) return null;
  const name = changedBy ?? t('policies.byDesk');
  return (
    <p className={classes.hint}>
      {t('policies.since', { version: format.number(version), time: format.dateTime(changedAt), name })}
      {why && (
        <>
          {' '}
          <q dir="auto">{why}</q>
        </>
      )}
    </p>
  );
}

export function Promises({ policy }: { policy: DeadlinePolicy }) {
  const { t } = useTranslation();
  const words = usePolicyWords(policy.classes);
  return (
    <dl className={classes.promises}>
      {DEADLINE_KINDS.map((kind) => {
        const rules = policy.rules.filter((rule) => rule.kind === kind);
        return (
          <div key={kind}>
            <dt>{t(`policies.kind.${kind}`)}</dt>
            <dd>
              {rules.length === 0 && <span className={classes.none}>{t('policies.nothingOfKind')}</span>}
              {rules.length > 0 && (
                <ul>
                  {rules.map((rule) => (
                    <li key={`${rule.classCode}/${rule.priority}`}>
                      {t('policies.promise', { whom: words.whom(rule), within: words.within(rule) })}
                    </li>
                  ))}
                </ul>
              )}
            </dd>
          </div>
        );
      })}
      <div>
        <dt>{t('policies.holding.title')}</dt>
        <dd>{words.holding(policy.holdingDays)}</dd>
      </div>
      <div>
        <dt>{t('policies.warnings.title')}</dt>
        <dd>
          {policy.warnAt.length > 0
            ? t('policies.warnings.at', { shares: words.shares(policy.warnAt) })
            : t('policies.warnings.none')}
        </dd>
      </div>
    </dl>
  );
}

/** Without a calendar a promise in working time is none: that is said, not hidden. */
function CalendarLine({ view: { calendar, policy, department } }: { view: DeadlinePolicyView }) {
  const { t } = useTranslation();
  const localised = useLocalised();
  const format = useFormat();
  const needsOne = policy.rules.some(({ clock }) => clock === 'working');
  if (calendar) {
    const { name, version, timeZone, slug } = calendar;
    return (
      <p className={classes.hint}>
        {t('policies.calendar.follows', { timeZone, version: format.number(version) })}{' '}
        <Link to={`/calendars/${encodeURIComponent(slug)}`}>{localised(name)}</Link>
      </p>
    );
  }
  if (!needsOne)
    return <p className={classes.hint}>{t('policies.calendar.unneeded', { timeZone: department.timeZone })}</p>;
  return <Notice tone="warn">{t('policies.calendar.missing')}</Notice>;
}
