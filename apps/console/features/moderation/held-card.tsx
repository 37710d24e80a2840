import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ModerationClaim } from '#contracts/moderators.http.js';
import { type Decision, decisionsOn } from '#domain/moderation/decision.lifecycle.js';
import { useFormat, useLocalised } from '../../lib/i18n.js';
import { type DecidedMessage, DecisionForm } from '../../ui/decision-form.js';
import { FindingTags } from '../../ui/findings.js';
import { MarkedText } from '../../ui/marked-text.js';
import { ScreeningNotes } from '../../ui/screening-notes.js';
import { AuthorHistory } from './author-history.js';
import { MessageTexts } from './message-texts.js';
import classes from './moderation.module.css';
import { OpenElsewhere } from './open-elsewhere.js';
import { type QueuedMessage, reportedIn, stateOf } from './queued-message.js';
import { ReaderReports } from './reader-reports.js';

interface Props {
  held: QueuedMessage;
  decision: Decision | null;
  isCurrent: boolean;
  /** Screening warned of the text, and nobody has opened it here. */
  isCovered: boolean;
  /** Of somebody else. */
  claim: ModerationClaim | undefined;
  on: Record<'focus' | 'open' | 'takeOver' | 'cancel' | 'done' | 'dismiss', () => void>;
  onDecide: (decision: Decision) => void;
}

export function HeldCard({ held, decision, isCurrent, isCovered, claim, on, onDecide }: Props) {
  const { t } = useTranslation();
  const localised = useLocalised();
  const format = useFormat();
  const { messageId, conversationId, findings, citizenName, reference, department, receivedAt } = held;
  const headingId = `held-${messageId}`;
  const reported = reportedIn(held);
  return (
    <li>
      {/* biome-ignore-start lint/a11y/noNoninteractiveTabindex: j and k move through the messages */}
      <article className={classes.card} data-id={messageId} tabIndex={0} onFocus={on.focus} aria-labelledby={headingId}>
        {/* biome-ignore-end lint/a11y/noNoninteractiveTabindex: j and k move through the messages */}
        <header className={classes.head}>
          <h2 id={headingId} className={classes.name}>
            <MarkedText text={citizenName} findings={findings} field="name" />
          </h2>
          <span className={classes.facts}>
            {localised(department.name)} · {t('moderation.received', { time: format.dateTime(receivedAt) })}
          </span>
          <Link to={`/conversations/${conversationId}`}>
            {t('moderation.openConversation')} {reference}
          </Link>
        </header>
        {claim && <OpenElsewhere claim={claim} onTakeOver={on.takeOver} />}
        <FindingTags findings={findings} />
        <ScreeningNotes screening={held.screening} />
        <MessageTexts message={held} isCovered={isCovered} onOpen={on.open} />
        {held.redacted && <p className={classes.facts}>{t('decisions.wasRedacted')}</p>}
        {reported && <ReaderReports message={reported} />}
        {isCurrent && <AuthorHistory messageId={messageId} />}
        {decision ? (
          <DecisionForm
            key={decision}
            {...{ message: decidedMessage(held), decision, onCancel: on.cancel, onDone: on.done }}
          />
        ) : (
          <Group gap="xs">
            {reported && (
              <Button size="xs" variant="default" onClick={on.dismiss}>
                {t('moderation.reports.dismiss')}
              </Button>
            )}
            {decisionsOn(stateOf(held)).map((one) => (
              <Button key={one} size="xs" variant="default" onClick={() => onDecide(one)}>
                {t(`decisions.acts.${one}`)}…
              </Button>
            ))}
          </Group>
        )}
      </article>
    </li>
  );
}

function decidedMessage(held: QueuedMessage): DecidedMessage {
  const { messageId, version, conversationId, findings, redacted, covered, title, body, citizenName } = held;
  const original = { title, body, citizenName };
  return { messageId, version, conversationId, original, findings, covered: redacted ? covered : null };
}
