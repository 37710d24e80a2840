import { Fieldset, NativeSelect, Stack, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { viewerTimeZone } from '../../lib/format.js';
import layout from '../../ui/layout.module.css';
import { type HoursDraft, type HoursProblem, outNow } from './hours-draft.js';

interface Props {
  draft: HoursDraft;
  onChange: (draft: HoursDraft) => void;
  /** Who may stand in. */
  colleagues: readonly { id: string; name: string }[];
  problems: readonly HoursProblem[];
}

/** A holiday or another absence, and who stands in. */
export function OutOfOfficeFields({ draft, onChange, colleagues, problems }: Props) {
  const { t } = useTranslation();
  const set = (change: Partial<HoursDraft>) => onChange({ ...draft, ...change });
  return (
    <Fieldset legend={t('staffing.hours.out')}>
      <Stack gap="sm">
        <Switch
          label={t('staffing.hours.isOut')}
          checked={draft.isOut}
          onChange={(event) => onChange(outNow(draft, event.currentTarget.checked, new Date()))}
        />
        {draft.isOut && (
          <>
            <div className={layout.fields}>
              <TextInput
                type="datetime-local"
                label={t('staffing.hours.from')}
                description={t('staffing.hours.zoneHint', { timeZone: viewerTimeZone() })}
                value={draft.outFrom}
                onChange={(event) => set({ outFrom: event.currentTarget.value })}
                error={problems.includes('outFrom') && t('staffing.hours.required')}
              />
              <TextInput
                type="datetime-local"
                label={t('staffing.hours.until')}
                description={t('staffing.hours.untilHint')}
                value={draft.outUntil}
                onChange={(event) => set({ outUntil: event.currentTarget.value })}
                error={problems.includes('outUntil') && t('staffing.hours.outWrong')}
              />
            </div>
            <NativeSelect
              label={t('staffing.hours.standIn')}
              description={t('staffing.hours.standInHint')}
              maw="22rem"
              value={draft.standInId}
              onChange={(event) => set({ standInId: event.currentTarget.value })}
            >
              <option value="">{t('staffing.hours.noStandIn')}</option>
              {colleagues.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </NativeSelect>
          </>
        )}
      </Stack>
    </Fieldset>
  );
}
