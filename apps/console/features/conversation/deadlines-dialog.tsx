import { Modal, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#contracts/conversations.http.js';
import type { DeadlineList, DeadlineView } from '#contracts/deadlines.http.js';
import { useReturnFocus } from '../../lib/focus.js';
import { viewerTimeZone } from '../../lib/format.js';
import { useFormat, useLocalised } from '../../lib/i18n.js';
import { useNow } from '../../lib/now.js';
import { Tag, type Tone } from '../../ui/tag.js';
import { DeadlineCourse } from './deadline-course.js';
import { isLateNow } from './deadlines-panel.js';
import classes from './waiting.module.css';

interface Props {
  conversation: ConversationView;
  list: DeadlineList;
  onClose: () => void;
}

/** "Why is this late?": every promise with each stretch of its time, and why the clock ran or stood still in it. */
export function DeadlinesDialog({ conversation, list, onClose }: Props) {
  const { t } = useTranslation();
  useReturnFocus();
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t('waiting.dialog.title', { reference: conversation.reference })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="lg">
        <p className={classes.zone}>{t('waiting.dialog.zone', { zone: viewerTimeZone() })}</p>
        {list.items.map((deadline) => (
          <One
            key={`${deadline.conversation.id}-${deadline.kind}-${deadline.ordinal}`}
            {...{ deadline, conversation, classesNamed: list.classes }}
          />
        ))}
      </Stack>
    </Modal>
  );
}

interface OneProps {
  deadline: DeadlineView;
  conversation: ConversationView;
  classesNamed: DeadlineList['classes'];
}

function One({ deadline, conversation, classesNamed }: OneProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const id = `deadline-${deadline.conversation.id}-${deadline.kind}-${deadline.ordinal}`;
  const { startedAt, dueAt, endedAt, outcome, pausedSince, extendedUntil } = deadline;
  const isElsewhere = deadline.conversation.id !== conversation.id;
  const facts = [
    isElsewhere && t('waiting.dialog.from', { reference: deadline.conversation.reference }),
    t('waiting.dialog.started', { time: format.dateTime(startedAt) }),
    extendedUntil && t('waiting.dialog.extendedUntil', { time: format.dateTime(extendedUntil) }),
    pausedSince && t('waiting.dialog.pausedSince', { time: format.dateTime(pausedSince) }),
    dueAt && t('waiting.dialog.dueAt', { time: format.dateTime(dueAt) }),
    endedAt && outcome && t(`waiting.outcomeAt.${outcome}`, { time: format.dateTime(endedAt) }),
  ].filter((fact) => typeof fact === 'string');
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className={classes.deadlineTitle}>
        {t(`policies.kind.${deadline.kind}`)} <StateTag deadline={deadline} isLate={isLateNow(deadline, now)} />
      </h3>
      <Rule deadline={deadline} />
      <p className={classes.facts}>{facts.join(' · ')}</p>
      <DeadlineCourse deadline={deadline} classesNamed={classesNamed} now={now} />
    </section>
  );
}

const TONE = { met: 'good', late: 'late', cancelled: 'neutral' } as const satisfies Record<string, Tone>;

function StateTag({ deadline: { outcome, pausedSince }, isLate }: { deadline: DeadlineView; isLate: boolean }) {
  const { t } = useTranslation();
  if (outcome) return <Tag tone={TONE[outcome]}>{t(`waiting.outcome.${outcome}`)}</Tag>;
  if (pausedSince) return <Tag tone="calm">{t('waiting.state.paused')}</Tag>;
  return <Tag tone={isLate ? 'late' : 'neutral'}>{t(isLate ? 'waiting.state.late' : 'waiting.state.running')}</Tag>;
}

/** The promise in plain words: by whom, within which time, under which versions. */
function Rule({ deadline: { rule, promisedBy, policyVersion, calendar } }: { deadline: DeadlineView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const localised = useLocalised();
  const { amount, unit, clock, atLatestDays, class: ofClass, priority } = rule;
  const time = t(`policies.within.${clock}.${unit}`, { count: amount, number: format.number(amount) });
  const within =
    atLatestDays === null
      ? time
      : t('policies.within.latest', { time, count: atLatestDays, number: format.number(atLatestDays) });
  const narrowed = [
    ofClass && localised(ofClass),
    priority && t('waiting.dialog.priorityRule', { priority: t(`triage.priority.${priority}`) }),
  ].filter((one) => typeof one === 'string');
  const sentences = [
    t('waiting.dialog.rule', { department: localised(promisedBy), within, version: policyVersion }),
    narrowed.length > 0 && t('waiting.dialog.ruleFor', { what: narrowed.join(', ') }),
    calendar && clock === 'working'
      ? t('waiting.dialog.calendar', {
          name: localised(calendar.name),
          version: calendar.version,
          zone: calendar.timeZone,
        })
      : t(clock === 'working' ? 'waiting.dialog.noCalendar' : 'waiting.dialog.allHours'),
  ];
  return <p className={classes.rule}>{sentences.filter((one) => typeof one === 'string').join(' ')}</p>;
}
