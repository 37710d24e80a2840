import { Button, Group, NumberInput, Radio, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Policy, policySchema, type Staffing } from '#contracts/assignment.http.js';
import { ASSIGNMENT_POLICIES } from '#domain/assignment/policy.js';
import { focusWrong } from '../../lib/focus-wrong.js';
import { act } from '../../lib/http.js';
import { keys } from '../../lib/keys.js';
import { useTell } from '../../lib/tell.js';
import layout from '../../ui/layout.module.css';
import { StaleNotice } from '../../ui/stale-notice.js';
import { isStale } from './my-hours.page.js';
import { SkillRules } from './skill-rules.js';

const ESCALATE = { least: 1, most: 43_200 };
const GRACE = { least: 0, most: 10_080 };

/** How the department's queue is handed out. What is typed stays though the figures around it move. */
export function PolicyForm({ staffing }: { staffing: Staffing }) {
  const { t } = useTranslation();
  const { policy: current, department } = staffing;
  const [seen, setSeen] = useState(current);
  const [policy, setPolicy] = useState(current.policy);
  const [escalate, setEscalate] = useState<number | string>(current.escalateAfterMinutes ?? '');
  const [grace, setGrace] = useState<number | string>(current.leaveGraceMinutes);
  const [rules, setRules] = useState(current.skillRules);
  const [isTried, setTried] = useState(false);
  const isWrong = {
    escalate: escalate !== '' && !isWithin(escalate, ESCALATE),
    grace: !isWithin(grace, GRACE),
    rules: rules.some(({ tagId, skill }) => !tagId || !skill.trim()),
  };
  const show = (saved: Policy) => {
    setSeen(saved);
    setPolicy(saved.policy);
    setEscalate(saved.escalateAfterMinutes ?? '');
    setGrace(saved.leaveGraceMinutes);
    setRules(saved.skillRules);
  };
  const save = useSave(department.slug, show);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (isWrong.escalate || isWrong.grace || isWrong.rules) return focusWrong(event.currentTarget);
    const minutes = {
      escalateAfterMinutes: escalate === '' ? null : Number(escalate),
      leaveGraceMinutes: Number(grace),
    };
    save.mutate({ version: seen.version, policy, ...minutes, skillRules: rules });
  };
  const reload = () => {
    show(current);
    save.reset();
  };
  return (
    <section className={layout.section} aria-labelledby="policy">
      <h2 id="policy">{t('staffing.policy.title')}</h2>
      <form onSubmit={onSubmit} noValidate>
        <Stack>
          {isStale(save.error) && (
            <StaleNotice reload={t('staffing.hours.reload')} onReload={reload}>
              {t('problem.stale-version')}
            </StaleNotice>
          )}
          <Radio.Group
            label={t('staffing.policy.kind')}
            description={t('staffing.policy.hint')}
            value={policy}
            onChange={(value) => setPolicy(ASSIGNMENT_POLICIES.find((known) => known === value) ?? policy)}
          >
            <Stack gap="xs" mt="xs">
              {ASSIGNMENT_POLICIES.map((known) => (
                <Radio key={known} value={known} label={t(`staffing.policy.${known}`)} />
              ))}
            </Stack>
          </Radio.Group>
          <Minutes
            label={t('staffing.policy.escalate')}
            hint={t('staffing.policy.escalateHint')}
            value={escalate}
            onChange={setEscalate}
            error={isTried && isWrong.escalate && t('staffing.policy.minutesWrong', ESCALATE)}
          />
          <Minutes
            label={t('staffing.policy.grace')}
            hint={t('staffing.policy.graceHint')}
            value={grace}
            onChange={setGrace}
            error={isTried && isWrong.grace && t('staffing.policy.minutesWrong', GRACE)}
          />
          <SkillRules
            departmentId={department.id}
            rules={rules}
            onChange={setRules}
            error={isTried && isWrong.rules && t('staffing.skillRules.incomplete')}
          />
          <Group>
            <Button type="submit" loading={save.isPending}>
              {t('staffing.policy.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </section>
  );
}

function useSave(slug: string, onSaved: (policy: Policy) => void) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const tell = useTell();
  return useMutation({
    mutationFn: (body: Policy) =>
      act(policySchema, { method: 'PUT', path: `/departments/${encodeURIComponent(slug)}/assignment-policy`, body }),
    onSuccess: (saved) => {
      onSaved(saved);
      tell.done(t('staffing.policy.saved'));
    },
    onError: (error) => !isStale(error) && tell.problem(error),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.staffing(slug) }),
  });
}

interface MinutesProps {
  label: string;
  hint: string;
  value: number | string;
  onChange: (value: number | string) => void;
  error: string | false;
}

function Minutes({ label, hint, value, onChange, error }: MinutesProps) {
  return (
    <NumberInput
      maw="26rem"
      label={label}
      description={hint}
      clampBehavior="none"
      allowDecimal={false}
      allowNegative={false}
      hideControls
      value={value}
      onChange={onChange}
      error={error}
    />
  );
}

function isWithin(value: number | string, { least, most }: { least: number; most: number }): boolean {
  return Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
}
