import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AppealView } from '#contracts/appeals.http.js';
import { useFormat, useLocalised } from '../../lib/i18n.js';
import { type Act, actsOn } from './appeal-acts.js';
import { AppealForm } from './appeal-form.js';
import { AppealedMessage } from './appealed-message.js';
import classes from './appeals.module.css';
import { Dialogue } from './dialogue.js';

interface Props {
  appeal: AppealView;
  act: Act | null;
  onFocus: () => void;
  onAct: (act: Act) => void;
  onCancel: () => void;
  onDone: () => void;
}

/** The appeal, whose turn it is, the message as its moderator sees it, what was decided and why, and what was said. */
export function AppealCard({ appeal, act, onFocus, onAct, onCancel, onDone }: Props) {
  const { t } = useTranslation();
  const localised = useLocalised();
  const format = useFormat();
  const { id, conversationId, reference, department, lodgedAt, lodgedBy, message, mayDecide } = appeal;
  const headingId = `appeal-${id}`;
  return (
    <li>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: j and k move through the appeals */}
      <article className={classes.card} data-id={id} tabIndex={0} onFocus={onFocus} aria-labelledby={headingId}>
        <header className={classes.head}>
          <h2 id={headingId} className={classes.name} dir="auto">
            {t('appeals.of', { name: message.citizenName })}
          </h2>
          <span className={classes.facts}>
            {localised(department.name)} · {t('appeals.lodged', { time: format.dateTime(lodgedAt) })}
            {lodgedBy && ` · ${t('appeals.writtenDownBy', { name: lodgedBy })}`}
          </span>
          <Link to={`/conversations/${conversationId}`}>
            {t('moderation.openConversation')} {reference}
          </Link>
        </header>
        <p className={classes.turn}>{t(`appeals.turn.${turnOf(appeal)}`)}</p>
        <p className={classes.words} dir="auto">
          {appeal.body}
        </p>
        <AppealedMessage appeal={appeal} />
        <Dialogue appeal={appeal} />
        {!mayDecide && <p className={classes.facts}>{t('appeals.own')}</p>}
        {act ? (
          <AppealForm key={act} {...{ appeal, act, onCancel, onDone }} />
        ) : (
          <Group gap="xs">
            {actsOn(appeal).map((one) => (
              <Button key={one} size="xs" variant="default" onClick={() => onAct(one)}>
                {t(`appeals.acts.${one}`)}…
              </Button>
            ))}
          </Group>
        )}
      </article>
    </li>
  );
}

function turnOf({ status, mayDecide }: AppealView): 'citizen' | 'moderator' | 'other' {
  if (status === 'asked') return 'citizen';
  return mayDecide ? 'moderator' : 'other';
}
