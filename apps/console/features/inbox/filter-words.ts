import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { SavedViewView } from '#contracts/saved-views.http.js';
import { tagNow } from '#domain/triage/tags.js';
import { departmentsQuery } from '../../lib/directory.js';
import type { Format } from '../../lib/format.js';
import { useFormat, useLanguage, useLocalised } from '../../lib/i18n.js';
import { facetsQuery } from '../../lib/inbox-facets.js';
import { useTags } from '../../lib/tags.js';
import type { InboxFilter } from './inbox-filter.js';
import { measuredWords } from './measured-words.js';
import { useOpenedView } from './saved-views.js';

const HOUR_MS = 3_600_000;

/** One thing that is asked, in words, and the parts of the address that ask it. */
export interface FilterWords {
  words: string;
  names: readonly string[];
}

interface Names {
  officer: (id: string) => string;
  tag: (id: string) => string;
  department: (slug: string) => string;
  channel: (slug: string) => string;
  language: (code: string) => string;
}

/** Everything that a filter asks beside its view, in the viewer's words. */
export function useFilterWords(): (filter: InboxFilter) => FilterWords[] {
  const { t } = useTranslation();
  const format = useFormat();
  const names = useNames(useOpenedView());
  return (filter) => [
    ...listWords(t, names, filter),
    ...timeWords(t, format, filter),
    ...measuredWords(t, format, { filter, officer: names.officer }),
    ...stateWords(t, filter),
  ];
}

function useNames(opened: SavedViewView | null): Names {
  const { t } = useTranslation();
  const localised = useLocalised();
  const language = useLanguage();
  const tags = useTags();
  const facets = useQuery(facetsQuery).data;
  const departments = useQuery(departmentsQuery).data?.items ?? [];
  const languages = new Intl.DisplayNames([language], { type: 'language' });
  return {
    officer: (id) => {
      if (id === 'me' || id === 'nobody') return t(`triage.filter.${id}`);
      const here = facets?.officers.find((officer) => officer.id === id);
      const known = here ?? opened?.officers.find((officer) => officer.id === id);
      if (!known) return t('triage.filter.unknownOfficer');
      return here ? known.name : t('triage.views.notHere', { name: known.name });
    },
    tag: (id) => {
      const tag = tagNow(tags, id);
      if (!tag) return t('triage.filter.unknownTag');
      return tag.isArchived ? t('triage.tags.archivedName', { name: localised(tag.name) }) : localised(tag.name);
    },
    department: (slug) => localised(departments.find((one) => one.slug === slug)?.name ?? { en: slug, zh: slug }),
    channel: (slug) => facets?.channels.find((one) => one.slug === slug)?.name ?? slug,
    language: (code) => languageName(languages, code),
  };
}

export function languageName(languages: Intl.DisplayNames, code: string): string {
  return languages.of(code) ?? code;
}

const join = (format: string[]) => format.join(', ');

function listWords(t: TFunction, names: Names, filter: InboxFilter): FilterWords[] {
  const { department, status, officer, priority, tag, tagMatch, language, channel } = filter;
  const said: FilterWords[] = [];
  const say = (label: string, values: readonly string[], parts: readonly string[]) =>
    said.push({ words: `${label}: ${join([...values])}`, names: parts });
  if (department) say(t('triage.filter.department'), department.map(names.department), ['department']);
  if (status)
    say(
      t('triage.filter.status'),
      status.map((one) => t(`common.status.${one}`)),
      ['status'],
    );
  if (officer) say(t('triage.filter.officer'), officer.map(names.officer), ['officer']);
  if (priority)
    say(
      t('triage.filter.priority'),
      priority.map((one) => t(`triage.priority.${one}`)),
      ['priority'],
    );
  if (tag && tagMatch === 'all' && tag.length > 1) {
    said.push({
      words: t('triage.filter.chip.allTags', { tags: join(tag.map(names.tag)) }),
      names: ['tag', 'tagMatch'],
    });
  } else if (tag) say(t('triage.filter.tags'), tag.map(names.tag), ['tag', 'tagMatch']);
  if (language) say(t('triage.filter.language'), language.map(names.language), ['language']);
  if (channel) say(t('triage.filter.channel'), channel.map(names.channel), ['channel']);
  return said;
}

function timeWords(t: TFunction, format: Format, filter: InboxFilter): FilterWords[] {
  const { waitingHours, deadline, dueWithinHours, answeredWithinHours } = filter;
  const said: FilterWords[] = [];
  const lasting = (hours: number) => ({ duration: format.duration(hours * HOUR_MS) });
  if (waitingHours)
    said.push({ words: t('triage.filter.chip.waitingHours', lasting(waitingHours)), names: ['waitingHours'] });
  if (deadline === 'overdue') said.push({ words: t('triage.filter.chip.overdue'), names: ['deadline'] });
  if (deadline === 'near') said.push({ words: t('triage.filter.chip.near'), names: ['deadline'] });
  if (deadline === 'none') said.push({ words: t('triage.filter.chip.noDeadline'), names: ['deadline'] });
  if (dueWithinHours)
    said.push({ words: t('triage.filter.chip.dueWithin', lasting(dueWithinHours)), names: ['dueWithinHours'] });
  if (answeredWithinHours)
    said.push({ words: t('inbox.chips.within', lasting(answeredWithinHours)), names: ['answeredWithinHours'] });
  return [...said, ...answeredWords(t, format, filter)];
}

/** A figure over all of history says "since 1970": that it was answered at all. */
function answeredWords(t: TFunction, format: Format, { answeredFrom, answeredTo }: InboxFilter): FilterWords[] {
  const isAtAll = answeredFrom !== undefined && Date.parse(answeredFrom) === 0;
  if (isAtAll && !answeredTo) return [{ words: t('inbox.chips.answeredAtAll'), names: ['answeredFrom'] }];
  const from = answeredFrom && format.dateTime(answeredFrom);
  const to = answeredTo && format.dateTime(answeredTo);
  if (from && to) return [{ words: t('inbox.chips.answered', { from, to }), names: ['answeredFrom', 'answeredTo'] }];
  if (from) return [{ words: t('inbox.chips.answeredFrom', { from }), names: ['answeredFrom'] }];
  return to ? [{ words: t('inbox.chips.answeredTo', { to }), names: ['answeredTo'] }] : [];
}

function stateWords(t: TFunction, filter: InboxFilter): FilterWords[] {
  const { unanswered, snoozed, escalated, waiting, supervised } = filter;
  const said: FilterWords[] = [];
  const say = (name: string, value: boolean | undefined, yes: string, no: string) => {
    if (value !== undefined) said.push({ words: value ? yes : no, names: [name] });
  };
  say('unanswered', unanswered, t('triage.filter.unanswered'), t('triage.filter.answered'));
  say('snoozed', snoozed, t('triage.filter.snoozed'), t('triage.filter.notSnoozed'));
  say('escalated', escalated, t('triage.filter.escalated'), t('triage.filter.notEscalated'));
  say('waiting', waiting, t('inbox.chips.waiting'), t('triage.filter.notWaiting'));
  if (supervised) said.push({ words: t('triage.filter.supervised'), names: ['supervised'] });
  return said;
}
