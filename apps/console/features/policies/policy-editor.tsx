import { Button, Group, Stack } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeadlinePolicyInput, DeadlinePolicyView } from '#contracts/deadlines.http.js';
import type { DeadlinePolicy } from '#domain/deadlines/deadline-policy.js';
import { announce } from '../../lib/announce.js';
import { useReturnFocus } from '../../lib/focus.js';
import { focusWrong } from '../../lib/focus-wrong.js';
import { useFormat } from '../../lib/i18n.js';
import { useKeptForm } from '../../lib/kept-form.js';
import { useMe } from '../../lib/session.js';
import { BegunNotice } from '../../ui/begun-notice.js';
import layout from '../../ui/layout.module.css';
import { Notice } from '../../ui/states.js';
import { ApplyDialog } from './apply-dialog.js';
import { ClassesFields } from './classes-fields.js';
import { KEPT_POLICIES } from './kept-policies.js';
import { Limits } from './limits.js';
import classes from './policies.module.css';
import { changesBetween } from './policy-diff.js';
import { draftOf, type PolicyDraft, policyOf, problemsOf } from './policy-draft.js';
import { Presets } from './presets.js';
import { RulesTable } from './rules-table.js';

interface Props {
  view: DeadlinePolicyView;
  /** What is in force, or an earlier version. */
  start: DeadlinePolicy;
  onClose: () => void;
}

/** Writes the next version. What is typed stays, whatever a colleague applies meanwhile; that is said and decided on. */
export function PolicyEditor({ view, start, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const owner = { officerId: useMe().id, thing: view.department.slug };
  const kept = useKeptForm(KEPT_POLICIES, { ...owner, version: view.version, start: draftOf(start) });
  const { form: draft, version: seenVersion } = kept;
  const setDraft = (next: PolicyDraft) => kept.put(() => next);
  const [isTried, setTried] = useState(false);
  const [isSame, setSame] = useState(false);
  const [asked, setAsked] = useState<DeadlinePolicyInput | null>(null);
  const found = problemsOf(draft);
  const problems: typeof found = isTried ? found : new Map();
  const isStale = view.version !== seenVersion;
  const heading = useHeadingFirst();
  const use = (policy: DeadlinePolicy) => {
    setDraft(draftOf(policy, draft.nextKey));
    setTried(false);
    announce(t('policies.presets.used'));
  };
  const close = () => {
    kept.drop();
    onClose();
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (found.size > 0) return focusWrong(event.currentTarget);
    const policy = policyOf(draft);
    const hasChanges = changesBetween(view.policy, policy).length > 0;
    setSame(!hasChanges);
    if (hasChanges && !isStale) setAsked(policy);
  };
  return (
    <section className={`${layout.section} ${classes.section}`} aria-labelledby="editor">
      <h2 id="editor" ref={heading} tabIndex={-1}>
        {t('policies.editor.title', { version: format.number(view.version + 1) })}
      </h2>
      <form onSubmit={onSubmit} noValidate>
        <Stack>
          {kept.isFromBefore && <BegunNotice onDrop={kept.drop} />}
          {isStale && <Faster view={view} onGoOn={() => kept.rebase(view.version)} onDrop={close} />}
          <Presets onChoose={use} />
          <RulesTable draft={draft} problems={problems} onChange={setDraft} />
          <ClassesFields draft={draft} problems={problems} onChange={setDraft} />
          <Limits draft={draft} problems={problems} onChange={setDraft} />
          {isSame && <Notice tone="info">{t('policies.editor.same')}</Notice>}
          <Group>
            <Button type="submit" disabled={isStale}>
              {t('policies.editor.preview')}
            </Button>
            <Button variant="default" onClick={close}>
              {t('common.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
      {asked && (
        <ApplyDialog
          view={view}
          seenVersion={seenVersion}
          policy={asked}
          onApplied={close}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  );
}

interface FasterProps {
  view: DeadlinePolicyView;
  onGoOn: () => void;
  onDrop: () => void;
}

function Faster({ view, onGoOn, onDrop }: FasterProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const who = { name: view.changedBy ?? t('policies.byDesk'), version: format.number(view.version) };
  return (
    <Notice tone="warn" title={t('policies.stale.title')}>
      <p>{t('policies.stale.text', who)}</p>
      <Group gap="xs" mt="xs">
        <Button size="xs" variant="default" onClick={onGoOn}>
          {t('policies.stale.goOn')}
        </Button>
        <Button size="xs" variant="default" onClick={onDrop}>
          {t('policies.stale.drop')}
        </Button>
      </Group>
    </Notice>
  );
}

/** The button that opened the form is gone: a reader goes on at the form's heading, and back at the page's. */
function useHeadingFirst() {
  const heading = useRef<HTMLHeadingElement>(null);
  useReturnFocus();
  useEffect(() => heading.current?.focus(), []);
  return heading;
}
