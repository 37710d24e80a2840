import { Button, Group, Stack, Textarea } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScreeningPolicyInput, ScreeningPolicyView } from '#contracts/screening.http.js';
import { focusWrong } from '../../lib/focus-wrong.js';
import { useFormat } from '../../lib/i18n.js';
import { useKeptForm } from '../../lib/kept-form.js';
import { useMe } from '../../lib/session.js';
import { BegunNotice } from '../../ui/begun-notice.js';
import layout from '../../ui/layout.module.css';
import { ReasonField, useRequiredReason } from '../../ui/reason-field.js';
import { Notice } from '../../ui/states.js';
import { KEPT_SCREENINGS, thingOf } from './kept-screening.js';
import { LookFields } from './look-fields.js';
import { RulesTable } from './rules-table.js';
import { draftOf, policyOf, type ScreeningDraft } from './screening-draft.js';
import { useApplyScreening } from './use-apply-screening.js';
import { WordFields } from './word-fields.js';

interface Props {
  scope: string;
  view: ScreeningPolicyView;
  /** What is on the screen, so that it can be tried; null while it cannot be applied. */
  onDraft: (policy: ScreeningPolicyInput | null) => void;
  onApplied: () => void;
}

/** The policy in force, and the next one for who may write it. What is typed stays, whatever a colleague applies. */
export function ScreeningForm({ scope, view, onDraft, onApplied }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const owner = { officerId: useMe().id, thing: thingOf(scope) };
  const kept = useKeptForm(KEPT_SCREENINGS, { ...owner, version: view.version, start: draftOf(view.policy) });
  const draft = kept.form;
  const put = (part: Partial<ScreeningDraft>) => kept.put((before) => ({ ...before, ...part }));
  const [isTried, setTried] = useState(false);
  const why = useRequiredReason(t('screening.whyMissing'));
  const apply = useApplyScreening(scope, () => {
    kept.drop();
    onApplied();
  });
  const isStale = view.version !== kept.version;
  const policy = policyOf(draft);
  const shown = JSON.stringify(policy);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same words are the same policy
  useEffect(() => onDraft(policy), [shown, onDraft]);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    setTried(true);
    const given = why.given();
    if (policy && given && !isStale) apply.mutate({ version: kept.version, policy, why: given });
    else setTimeout(() => focusWrong(form));
  };
  return (
    <section className={layout.section} aria-labelledby="screening-policy">
      <h2 id="screening-policy">{t('screening.inForce')}</h2>
      <p>
        {view.version === 0
          ? t(view.department ? 'screening.noneOfItsOwn' : 'screening.everyDesk')
          : t('screening.since', {
              version: format.number(view.version),
              name: view.changedBy ?? '',
              time: view.changedAt ? format.dateTime(view.changedAt) : '',
            })}
      </p>
      {!view.may.change && <p>{t('screening.readOnly')}</p>}
      <form onSubmit={onSubmit} noValidate>
        <Stack>
          {kept.isFromBefore && <BegunNotice onDrop={kept.drop} />}
          {isStale && (
            <Notice tone="warn" title={t('screening.stale')}>
              <Group gap="xs" mt="xs">
                <Button size="xs" variant="default" onClick={() => kept.rebase(view.version)}>
                  {t('screening.goOn')}
                </Button>
                <Button size="xs" variant="default" onClick={kept.drop}>
                  {t('screening.takeTheirs')}
                </Button>
              </Group>
            </Notice>
          )}
          <RulesTable draft={draft} isTried={isTried} mayChange={view.may.change} onChange={put} />
          <LookFields draft={draft} channels={view.channels} mayChange={view.may.change} onChange={put} />
          <WordFields draft={draft} isTried={isTried} mayChange={view.may.change} onChange={put} />
          <Helplines draft={draft} isTried={isTried} mayChange={view.may.change} onChange={put} />
          {view.may.change && (
            <>
              <ReasonField label={t('screening.why')} description={t('screening.whyHint')} {...why.field} />
              <Group>
                <Button type="submit" loading={apply.isPending} disabled={isStale}>
                  {t('screening.apply')}
                </Button>
              </Group>
            </>
          )}
        </Stack>
      </form>
    </section>
  );
}

export interface PartProps {
  draft: ScreeningDraft;
  isTried: boolean;
  mayChange: boolean;
  onChange: (part: Partial<ScreeningDraft>) => void;
}

function Helplines({ draft: { helpline }, isTried, mayChange, onChange }: PartProps) {
  const { t } = useTranslation();
  return (
    <div>
      <h3>{t('screening.helpline.title')}</h3>
      <p>{t('screening.helpline.lead')}</p>
      <div className={layout.fields}>
        {(['zh', 'en'] as const).map((language) => (
          <Textarea
            key={language}
            label={t(`screening.helpline.${language}`)}
            lang={language}
            autosize
            minRows={2}
            maxLength={500}
            readOnly={!mayChange}
            value={helpline[language]}
            onChange={(event) => onChange({ helpline: { ...helpline, [language]: event.currentTarget.value } })}
            error={isTried && helpline[language].trim() === '' && t('screening.helpline.missing')}
          />
        ))}
      </div>
    </div>
  );
}
