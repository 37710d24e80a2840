import { Checkbox, NativeSelect, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ScreeningPolicyView } from '#contracts/screening.http.js';
import { STANDINGS } from '#domain/moderation/author-standing.js';
import { LOOK_MODES, type LookMode } from '#domain/moderation/screening-policy.js';
import layout from '../../ui/layout.module.css';
import type { PartProps } from './screening-form.js';

type Props = Omit<PartProps, 'isTried'> & Pick<ScreeningPolicyView, 'channels'>;

/** What is looked at before it is published, whatever was found in it. */
export function LookFields({ draft, channels, mayChange, onChange }: Props) {
  const { t } = useTranslation();
  const lookOf = (slug: string) => draft.channels.find(({ channel }) => channel === slug)?.look ?? 'after';
  const put = (channel: string, look: LookMode) => {
    const others = draft.channels.filter((one) => one.channel !== channel);
    onChange({ channels: look === 'after' ? others : [...others, { channel, look }] });
  };
  return (
    <div>
      <h3>{t('screening.look.title')}</h3>
      <p>{t('screening.look.lead')}</p>
      <Stack gap="sm">
        <div className={layout.fields}>
          {channels.map(({ slug, name }) => (
            <NativeSelect
              key={slug}
              label={name}
              disabled={!mayChange}
              value={lookOf(slug)}
              onChange={({ currentTarget }) => {
                const look = LOOK_MODES.find((mode) => mode === currentTarget.value);
                if (look) put(slug, look);
              }}
              data={LOOK_MODES.map((value) => ({ value, label: t(`screening.look.modes.${value}`) }))}
            />
          ))}
        </div>
        <Checkbox.Group
          label={t('screening.look.authors')}
          value={draft.lookFirstAt}
          onChange={(chosen) => onChange({ lookFirstAt: STANDINGS.filter((one) => chosen.includes(one)) })}
        >
          <Stack gap="xs" mt="xs">
            {STANDINGS.map((standing) => (
              <Checkbox
                key={standing}
                value={standing}
                disabled={!mayChange}
                label={t(`screening.look.standings.${standing}`)}
              />
            ))}
          </Stack>
        </Checkbox.Group>
      </Stack>
    </div>
  );
}
