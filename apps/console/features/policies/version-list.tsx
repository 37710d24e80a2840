import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DeadlinePolicyVersions } from '#contracts/deadlines.http.js';
import type { DeadlinePolicy } from '#domain/deadlines/deadline-policy.js';
import { plainPolicy } from '#domain/deadlines/deadline-presets.js';
import { useFormat } from '../../lib/i18n.js';
import layout from '../../ui/layout.module.css';
import { Failure, Loading, RefetchFailure } from '../../ui/states.js';
import { ChangeList } from './change-list.js';
import classes from './policies.module.css';
import { policyVersionsQuery } from './policies.queries.js';
import { changesBetween } from './policy-diff.js';

interface Props {
  slug: string;
  /** Missing for who may not change it. */
  onStartFrom?: ((policy: DeadlinePolicy) => void) | undefined;
}

/** Who promised what, when and why: the newest first, each with what it changed. */
export function VersionList({ slug, onStartFrom }: Props) {
  const { t } = useTranslation();
  const versions = useQuery(policyVersionsQuery(slug));
  const items = versions.data?.items ?? [];
  return (
    <section className={`${layout.section} ${classes.section}`} aria-labelledby="versions">
      <h2 id="versions">{t('policies.versions.title')}</h2>
      {versions.isPending && <Loading />}
      {versions.isLoadingError && <Failure error={versions.error} onRetry={() => void versions.refetch()} />}
      {versions.isRefetchError && <RefetchFailure error={versions.error} onRetry={() => void versions.refetch()} />}
      {versions.data && items.length === 0 && <p>{t('policies.versions.none')}</p>}
      <ol className={classes.versions} reversed>
        {items.map((item, index) => (
          <Version
            key={item.version}
            item={item}
            before={items[index + 1]?.policy ?? NOTHING}
            onStartFrom={index === 0 ? undefined : onStartFrom}
          />
        ))}
      </ol>
    </section>
  );
}

const NOTHING = { ...plainPolicy(null), warnAt: [] };

interface VersionProps {
  item: DeadlinePolicyVersions['items'][number];
  before: DeadlinePolicy;
  onStartFrom: Props['onStartFrom'];
}

function Version({ item, before, onStartFrom }: VersionProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { version, policy, why, byName, at } = item;
  const name = byName ?? t('policies.byDesk');
  return (
    <li value={version}>
      <p className={classes.versionHead}>
        <strong>{t('policies.versions.version', { version: format.number(version) })}</strong>{' '}
        <span className={classes.none}>
          <time dateTime={at}>{format.dateTime(at)}</time> · {name}
        </span>
      </p>
      <p>
        <q dir="auto">{why}</q>
      </p>
      <ChangeList changes={changesBetween(before, policy)} before={before} after={policy} />
      {onStartFrom && (
        <Button size="compact-xs" variant="default" onClick={() => onStartFrom(policy)}>
          {t('policies.versions.startFrom')}
          <span className="visually-hidden">
            : {t('policies.versions.version', { version: format.number(version) })}
          </span>
        </Button>
      )}
    </li>
  );
}
