import { ActionIcon, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './calendars.module.css';

const FIRST = 1970;
const LAST = 2199;

interface Props {
  year: number;
  onChange: (year: number) => void;
  id: string;
}

/** The heading of a year, with the way to the years beside it. */
export function YearSwitch({ year, onChange, id }: Props) {
  const { t } = useTranslation();
  return (
    <Group gap="xs" className={classes.switch}>
      <ActionIcon
        variant="default"
        size="lg"
        disabled={year <= FIRST}
        onClick={() => onChange(year - 1)}
        aria-label={t('calendars.year.before')}
      >
        <span aria-hidden="true">‹</span>
      </ActionIcon>
      <h2 id={id} aria-live="polite">
        {t('calendars.year.title', { year })}
      </h2>
      <ActionIcon
        variant="default"
        size="lg"
        disabled={year >= LAST}
        onClick={() => onChange(year + 1)}
        aria-label={t('calendars.year.next')}
      >
        <span aria-hidden="true">›</span>
      </ActionIcon>
    </Group>
  );
}
