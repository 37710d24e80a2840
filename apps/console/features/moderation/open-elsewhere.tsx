import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ModerationClaim } from '#contracts/moderators.http.js';
import { Tag } from '../../ui/tag.js';
import classes from './moderation.module.css';

/** Another moderator has this message open: nobody decides beside them without knowing. */
export function OpenElsewhere({ claim, onTakeOver }: { claim: ModerationClaim; onTakeOver: () => void }) {
  const { t } = useTranslation();
  return (
    <p className={classes.tags}>
      <Tag tone="info">{t('moderation.openAt', { name: claim.officer.name })}</Tag>
      <Button size="compact-xs" variant="default" onClick={onTakeOver}>
        {t('moderation.takeOver')}
      </Button>
    </p>
  );
}
