import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ModerationReasonView } from '#contracts/moderation-reasons.http.js';
import { useLocalised } from '../../lib/i18n.js';
import { ReasonWords } from './reason-words.js';
import classes from './reasons.module.css';
import { fieldsOf, useSaveReason } from './use-save-reason.js';

interface Props {
  reason: ModerationReasonView;
  mayKeep: boolean;
  onEdit: () => void;
  onEarlier: () => void;
}

export function ReasonCard({ reason, mayKeep, onEdit, onEarlier }: Props) {
  const { t } = useTranslation();
  const localised = useLocalised();
  const save = useSaveReason();
  const { code, version, wording, isRetired, decisions } = reason;
  const name = localised(wording);
  const turn = () => save.mutate({ code, change: { version, isRetired: !isRetired, ...fieldsOf(reason) } });
  return (
    <li className={classes.card}>
      <h2>{name}</h2>
      <p className={classes.code}>
        {code} · {t('decisions.catalogue.version', { number: version })}
      </p>
      <ReasonWords reason={reason} />
      <Group gap="xs" mt="xs">
        {mayKeep && (
          <Button size="xs" variant="default" onClick={onEdit} aria-label={`${t('decisions.catalogue.edit')} ${name}`}>
            {t('decisions.catalogue.edit')}
          </Button>
        )}
        {mayKeep && decisions.length > 0 && (
          <Button size="xs" variant="default" disabled={save.isPending} onClick={turn}>
            {t(isRetired ? 'decisions.catalogue.bringBack' : 'decisions.catalogue.retire')}
            <span className="visually-hidden"> {name}</span>
          </Button>
        )}
        {version > 1 && (
          <Button size="xs" variant="subtle" onClick={onEarlier}>
            {t('decisions.catalogue.earlier')}
            <span className="visually-hidden"> {name}</span>
          </Button>
        )}
      </Group>
    </li>
  );
}
