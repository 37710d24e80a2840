import { useTranslation } from 'react-i18next';
import type { TagView } from '#contracts/triage.http.js';
import { useLocalised } from '../lib/i18n.js';
import classes from './tag-chip.module.css';

/** The name says it; the colour only helps to find it again. */
export function TagChip({ tag }: { tag: Pick<TagView, 'name' | 'colour' | 'isArchived'> }) {
  const { t } = useTranslation();
  const localised = useLocalised();
  const name = localised(tag.name);
  const title = tag.isArchived ? t('triage.tags.archivedName', { name }) : name;
  return (
    <span className={`${classes.chip} ${classes[tag.colour]} ${tag.isArchived ? classes.archived : ''}`} title={title}>
      <span className={classes.name} dir="auto">
        {name}
      </span>
      {tag.isArchived && <span className="visually-hidden"> {t('triage.tags.archived')}</span>}
    </span>
  );
}
