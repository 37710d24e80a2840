import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LetterView } from '#contracts/letters.http.js';
import { holds } from '#domain/identity/roles.js';
import type { LetterStatus } from '#domain/letters/letter.lifecycle.js';
import { useFocusAfter } from '../../lib/focus.js';
import { useLocalised } from '../../lib/i18n.js';
import { actorOf, useMe } from '../../lib/session.js';
import { Notice } from '../../ui/states.js';
import classes from './letters.module.css';
import type { Printed } from './printed-text.js';
import { PublishDialog } from './publish-dialog.js';
import { ReturnDialog } from './return-dialog.js';
import type { useLetterActs } from './use-letter-acts.js';

export interface LetterActProps {
  letter: LetterView;
  acts: ReturnType<typeof useLetterActs>;
  printed: Printed;
}

export function LetterActs({ letter, acts, printed }: LetterActProps) {
  const { t } = useTranslation();
  const [dialog, setDialog] = useState<'return' | 'publish' | null>(null);
  const { may, submission, status } = letter;
  const why = useWhyNot(letter);
  const bar = useFocusAfter(acts.isPending);
  const run = (order: Parameters<typeof acts.run>[0]) => void acts.run(order).catch(() => undefined);
  // Nobody approves or publishes what is not on the screen.
  const isOther = printed.isExact === false;
  const close = () => setDialog(null);
  return (
    <>
      <fieldset ref={bar} tabIndex={-1} className={classes.acts} aria-label={t('letters.acts.label')}>
        {may.submit && (
          <Button size="xs" loading={acts.isPending} onClick={() => run({ verb: 'submit' })}>
            {t('letters.acts.submit')}
          </Button>
        )}
        {status === 'in-review' && submission && (
          <Button
            size="xs"
            disabled={!may.approve || isOther || acts.isPending}
            aria-describedby={why ? 'why-not' : undefined}
            onClick={() => run({ verb: 'approve', body: { contentHash: submission.contentHash } })}
          >
            {t('letters.acts.approve')}
          </Button>
        )}
        {may.return && (
          <Button size="xs" variant="default" disabled={acts.isPending} onClick={() => setDialog('return')}>
            {t('letters.acts.return')}
          </Button>
        )}
        {may.publish && submission && (
          <Button size="xs" disabled={isOther || acts.isPending} onClick={() => setDialog('publish')}>
            {t('letters.acts.publish')}
          </Button>
        )}
        {why && (
          <span id="why-not" className={classes.facts}>
            {why}
          </span>
        )}
      </fieldset>
      {isOther && <Notice tone="late">{t('letters.mismatch')}</Notice>}
      {acts.hasChanged && !dialog && <Changed status={status} />}
      {dialog === 'return' && <ReturnDialog {...{ letter, acts, printed }} onClose={close} />}
      {dialog === 'publish' && <PublishDialog {...{ letter, acts, printed }} onClose={close} />}
    </>
  );
}

export function Changed({ status }: { status: LetterStatus }) {
  const { t } = useTranslation();
  return <Notice tone="warn">{t('letters.changed', { status: t(`common.letterStatus.${status}`) })}</Notice>;
}

/** Why the next step is not this officer's, in words. */
function useWhyNot({ status, may, department }: LetterView): string | null {
  const { t } = useTranslation();
  const localised = useLocalised();
  const actor = actorOf(useMe());
  if (status !== 'in-review' || may.approve) return null;
  if (holds(actor, 'reviewer', department.id)) return t('letters.blocked.writer');
  return `${t('letters.blocked.notReviewer', { department: localised(department.name) })} ${t('letters.blocked.reviewFirst')}`;
}
