import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DeadlineList, DeadlineView } from '#contracts/deadlines.http.js';
import { dateOf } from '#domain/time/wall-clock.js';
import { viewerTimeZone } from '../../lib/format.js';
import { useFormat } from '../../lib/i18n.js';
import { useSegmentWords } from './segment-words.js';
import classes from './waiting.module.css';

interface Props {
  deadline: DeadlineView;
  classesNamed: DeadlineList['classes'];
  now: number;
}

/** The course of one promise: as a bar for the eye, and as a table that says the same. */
export function DeadlineCourse({ deadline, classesNamed, now }: Props) {
  const { t } = useTranslation();
  const whyOf = useSegmentWords(classesNamed);
  const columns = t('waiting.dialog.columns', { returnObjects: true });
  return (
    <>
      <Bar deadline={deadline} now={now} />
      <Table
        className={classes.course}
        verticalSpacing="xs"
        horizontalSpacing="xs"
        aria-label={t('waiting.dialog.table')}
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{columns.when}</Table.Th>
            <Table.Th scope="col">{columns.state}</Table.Th>
            <Table.Th scope="col">{columns.why}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {deadline.segments.map((segment) => (
            <Table.Tr key={`${segment.from}-${segment.why.code}`}>
              <Table.Td>
                <Span segment={segment} />
              </Table.Td>
              <Table.Td>
                <span className={classes.state}>
                  <span className={classes.key} data-state={segment.state} aria-hidden="true" />
                  {t(`waiting.state.${segment.state}`)}
                </span>
                <br />
                <Length segment={segment} />
              </Table.Td>
              <Table.Td>{whyOf(segment)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}

function Span({ segment: { from, to } }: { segment: DeadlineView['segments'][number] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const isOneDay = to !== null && dateOf(new Date(from), viewerTimeZone()) === dateOf(new Date(to), viewerTimeZone());
  return (
    <>
      <time dateTime={from}>{format.dateTime(from)}</time>
      <br />–{' '}
      {to ? <time dateTime={to}>{isOneDay ? format.time(to) : format.dateTime(to)}</time> : t('waiting.dialog.now')}
    </>
  );
}

function Length({ segment: { elapsedMs, workingMs } }: { segment: DeadlineView['segments'][number] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <span className={classes.state}>{format.duration(elapsedMs)}</span>
      {workingMs !== null && (
        <span className={classes.working}>
          {' '}
          {t('waiting.dialog.working', { duration: format.duration(workingMs) })}
        </span>
      )}
    </>
  );
}

/** A stretch is never so short that it cannot be seen. */
const LEAST_SHARE = 0.012;

/** From the beginning to the end, to now or to the promised time, whichever is last; a mark where it was promised. */
function Bar({ deadline, now }: Omit<Props, 'classesNamed'>) {
  const { segments, startedAt, dueAt, endedAt } = deadline;
  const from = Date.parse(startedAt);
  const until = endedAt ? Date.parse(endedAt) : now;
  const due = dueAt ? Date.parse(dueAt) : null;
  const whole = Math.max(until, due ?? until) - from;
  if (whole <= 0) return null;
  const ahead = due !== null && due > until ? due - until : 0;
  const stretches = segments.map(({ from: start, to, state }) => ({
    state,
    length: Math.max(Date.parse(to ?? new Date(until).toISOString()) - Date.parse(start), whole * LEAST_SHARE),
    key: `${start}-${state}`,
  }));
  return (
    <div className={classes.bar} aria-hidden="true">
      {stretches.map(({ key, state, length }) => (
        <span key={key} data-state={state} style={{ flexGrow: length / whole }} />
      ))}
      {ahead > 0 && <span data-state="ahead" style={{ flexGrow: ahead / whole }} />}
    </div>
  );
}
