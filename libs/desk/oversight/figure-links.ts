import { type FiguresQuery, NO_ONE } from '#contracts/oversight.http.js';
import type { FiguresSelection } from './figures-selection.js';

type Params = Record<string, string>;

/** What the inbox is asked for exactly the conversations behind a number; without a key those of the total. */
export function linkOf(query: FiguresQuery, selection: FiguresSelection, key?: string): Params {
  const group = key === undefined ? {} : groupParams(selection, key);
  return clean({
    view: 'all',
    supervised: 'true',
    department: query.department,
    measure: query.measure,
    measuredFrom: query.from,
    measuredTo: query.to,
    measuredZone: selection.zone ?? undefined,
    measuredBy: query.officer,
    register: query.register,
    ...conversationParams(query),
    ...group,
  });
}

/** The same for what is open. */
export function openLinkOf(query: FiguresQuery, selection: FiguresSelection, key?: string): Params {
  const { measuredBy, ...group }: Partial<Params> = key === undefined ? {} : groupParams(selection, key);
  const holder = measuredBy ?? query.officer;
  return clean({
    view: 'all',
    supervised: 'true',
    department: query.department,
    openMeasure: query.measure,
    officer: holder === NO_ONE ? 'nobody' : holder,
    ...conversationParams(query),
    ...group,
  });
}

function conversationParams({ channel, language, priority, class: classCode }: FiguresQuery): Partial<Params> {
  return clean({ channel, language, priority, class: classCode });
}

function groupParams({ groupBy }: FiguresSelection, key: string): Params {
  const [weekday = '', hour = ''] = key.split('-');
  if (groupBy === 'day') return { measuredFrom: key, measuredTo: key };
  if (groupBy === 'month') return { measuredMonth: key };
  if (groupBy === 'hour') return { measuredHour: key };
  if (groupBy === 'weekday-hour') return { measuredWeekday: weekday, measuredHour: hour };
  if (groupBy === 'officer') return { measuredBy: key };
  return groupBy === 'none' ? {} : { [groupBy]: key };
}

function clean(params: Record<string, string | undefined>): Params {
  return Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
