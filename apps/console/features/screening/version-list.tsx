import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/i18n.js';
import layout from '../../ui/layout.module.css';
import { Failure, Loading } from '../../ui/states.js';
import { screeningVersionsQuery } from './screening.queries.js';

/** Who changed it, when and why: the newest first. */
export function VersionList({ scope }: { scope: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const versions = useQuery(screeningVersionsQuery(scope));
  const items = versions.data?.items ?? [];
  return (
    <section className={layout.section} aria-labelledby="versions">
      <h2 id="versions">{t('screening.versions')}</h2>
      {versions.isPending && <Loading />}
      {versions.isError && <Failure error={versions.error} onRetry={() => void versions.refetch()} />}
      {versions.data && items.length === 0 && <p>{t('screening.noVersions')}</p>}
      <ol reversed>
        {items.map(({ version, why, byName, at }) => (
          <li key={version} value={version}>
            <time dateTime={at}>{format.dateTime(at)}</time> · {byName}: <q dir="auto">{why}</q>
          </li>
        ))}
      </ol>
    </section>
  );
}
