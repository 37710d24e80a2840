import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DeadlinePolicy } from '#domain/deadlines/deadline-policy.js';
import { DEADLINE_PRESETS, type DeadlinePreset } from '#domain/deadlines/deadline-presets.js';
import classes from './policies.module.css';

const PRESETS: readonly DeadlinePreset[] = ['nantong', 'beijing-12345', 'plain'];

/** Rules that are in use somewhere, to start from. */
export function Presets({ onChoose }: { onChoose: (policy: DeadlinePolicy) => void }) {
  const { t } = useTranslation();
  return (
    <div>
      <h3 id="presets">{t('policies.presets.title')}</h3>
      <ul className={classes.presets} aria-labelledby="presets">
        {PRESETS.map((preset) => (
          <li key={preset}>
            <strong>{t(`policies.presets.${preset}.name`)}</strong>
            <span>{t(`policies.presets.${preset}.what`)}</span>
            <Button size="xs" variant="default" onClick={() => onChoose(DEADLINE_PRESETS[preset])}>
              {t('policies.presets.use')}
              <span className="visually-hidden">: {t(`policies.presets.${preset}.name`)}</span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
