import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { HeldMessage } from '#contracts/moderation.http.js';
import { type Decision, decisionsOn } from '#domain/moderation/decision.lifecycle.js';
import { useFormat, useLocalised } from '../../lib/i18n.js';
import { type DecidedMessage, DecisionForm } from '../../ui/decision-form.js';
import { FindingTags } from '../../ui/findings.js';
import { MarkedText } from '../../ui/marked-text.js';
import classes from './moderation.module.css';

interface Props {
  held: HeldMessage;
  decision: Decision | null;
  onFocus: () => void;
  onDecide: (decision: Decision) => void;
  onCancel: () => void;
  onDone: () => void;
}

export function HeldCard({ held, decision, onFocus, onDecide, onCancel, onDone }: Props) {
  const { t } = useTranslation();
  const localised = useLocalised();
  const format = useFormat();
  const { messageId, conversationId, title, body, findings, citizenName, reference, department, receivedAt } = held;
  const headingId = `held-${messageId}`;
  return (
    <li>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: j and k move through the messages */}
      <article className={classes.card} data-id={messageId} tabIndex={0} onFocus={onFocus} aria-labelledby={headingId}>
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
        <FindingTags findings={findings} />
        {title?.trim() && (
          <p className={classes.title} dir="auto">
            <MarkedText text={title} findings={findings} field="title" />
          </p>
        )}
        <p className={classes.body} dir="auto">
          <MarkedText text={body} findings={findings} field="body" />
        </p>
        {held.redacted && <p className={classes.facts}>{t('decisions.wasRedacted')}</p>}
        {decision ? (
          <DecisionForm key={decision} {...{ message: decidedMessage(held), decision, onCancel, onDone }} />
        ) : (
          <Group gap="xs">
            {decisionsOn('held').map((one) => (
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

function decidedMessage(held: HeldMessage): DecidedMessage {
  const { messageId, version, conversationId, findings, redacted, covered, title, body, citizenName } = held;
  const original = { title, body, citizenName };
  return { messageId, version, conversationId, original, findings, covered: redacted ? covered : null };
}
