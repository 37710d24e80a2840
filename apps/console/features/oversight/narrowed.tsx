import { CloseButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { facetsQuery } from '../../lib/inbox-facets.js';
import { useGroupName } from './figure-words.js';
import classes from './oversight.module.css';
import { NARROWINGS, type Narrowing, type OversightQuery } from './oversight-query.js';
import { useChange } from './use-change.js';

/** What the figures are narrowed to beside the department, which has a field of its own. */
export function Narrowed({ query }: { query: OversightQuery }) {
  const { t } = useTranslation();
  const nameOf = useGroupName();
  const change = useChange();
  const facets = useQuery(facetsQuery).data;
  const labelOf = (name: Narrowing, key: string) => {
    if (name === 'officer') return named(facets?.officers.find(({ id }) => id === key)?.name);
    if (name === 'channel') return named(facets?.channels.find(({ slug }) => slug === key)?.name);
    return null;
  };
  const given = NARROWINGS.filter((name) => name !== 'department' && query[name] !== undefined);
  if (given.length === 0) return null;
  return (
    <ul className={classes.chips} aria-label={t('oversight.narrowed')}>
      {given.map((name) => {
        const key = query[name] ?? '';
        const words = `${t(`oversight.key.${name}`)}: ${nameOf(name, { key, label: labelOf(name, key) })}`;
        return (
          <li key={name} className={classes.chip}>
            {words}
            <CloseButton
              size="sm"
              aria-label={t('oversight.widen', { words })}
              onClick={() => change({ [name]: undefined })}
            />
          </li>
        );
      })}
    </ul>
  );
}

function named(name: string | undefined): { en: string; zh: string } | null {
  return name === undefined ? null : { en: name, zh: name };
}
