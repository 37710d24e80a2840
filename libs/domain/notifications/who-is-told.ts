import { isOver } from '../deadlines/escalation.js';
import type { NotificationKind } from './notification-kinds.js';

/** What happened, as the record of events has it. */
export interface ToldFact {
  type: string;
  actor: { kind: 'officer' | 'citizen' | 'system'; id: string | null };
  payload: Record<string, unknown>;
}

export interface Telling {
  officerId: string;
  kind: NotificationKind;
}

type Rule = (fact: ToldFact, supervisorIds: readonly string[]) => Telling[];

/** By event: who is told of it and why. An event that is missing concerns nobody in person. */
const RULES: Record<string, Rule> = {
  'note.written': ({ payload }) => all('mentioned', payload.mentions),
  'note.edited': ({ payload }) => all('mentioned', payload.mentions),
  'conversation.assigned': ({ payload }) => [
    ...one(isStandIn(payload) ? 'stand-in' : 'assigned', payload.officerId),
    ...(payload.fromOfficerId === payload.officerId ? [] : one('taken', payload.fromOfficerId)),
  ],
  'conversation.released': ({ payload }) => one('taken', payload.fromOfficerId),
  'conversation.transferred': ({ payload }) => one('taken', payload.fromOfficerId),
  'message.cleared': ({ payload }) => one('citizen-wrote', payload.holderId),
  'message.redacted': ({ payload }) => one('citizen-wrote', payload.holderId),
  'message.restored': ({ payload }) => one('citizen-wrote', payload.holderId),
  'conversation.merged': ({ payload }) => one('merged', payload.fromOfficerId),
  'conversation.absorbed': ({ payload }) => one('merged', payload.officerId),
  'conversation.unmerged': ({ payload }) => one('assigned', payload.officerId),
  'conversation.parted': ({ payload }) => one('taken', payload.fromOfficerId),
  'conversation.restored': ({ payload }) => changedHands(payload),
  'bulk.finished': ({ payload }) => one('bulk-finished', payload.officerId),
  'conversation.escalated': (_, supervisorIds) => all('escalated', supervisorIds),
  'reply.stuck': ({ payload }, supervisorIds) => [
    ...one('reply-stuck', payload.officerId),
    ...all('reply-stuck', supervisorIds),
  ],
  'deadline.warned': ({ payload }) =>
    all(isOver(Number(payload.share)) ? 'deadline-passed' : 'deadline-near', payload.told),
};

/** Ordered by an officer and done by the desk: its end is news to whoever ordered it. */
const DONE_BY_THE_DESK = ['bulk.finished'];

/** Nobody is told of what they did themselves, nor twice of one event. */
export function whoIsTold(fact: ToldFact, supervisorIds: readonly string[] = []): Telling[] {
  const told = new Map<string, Telling>();
  for (const telling of ruleOf(fact.type)(fact, supervisorIds)) {
    const isOwnAct =
      fact.actor.kind === 'officer' && fact.actor.id === telling.officerId && !DONE_BY_THE_DESK.includes(fact.type);
    if (!isOwnAct && !told.has(telling.officerId)) told.set(telling.officerId, telling);
  }
  return [...told.values()];
}

/** Whether the supervisors of the department have to be looked up first. */
export function concernsSupervisors(type: string): boolean {
  return type === 'conversation.escalated' || type === 'reply.stuck';
}

function isStandIn({ reason }: Record<string, unknown>): boolean {
  return typeof reason === 'object' && reason !== null && 'rule' in reason && reason.rule === 'stand-in';
}

/** Taking back a tag leaves it in the same hands, and one that nobody works on is in nobody's. */
function changedHands({ fromStatus, fromOfficerId, toStatus, officerId }: Record<string, unknown>): Telling[] {
  const from = fromStatus === 'assigned' ? fromOfficerId : null;
  const to = toStatus === 'assigned' ? officerId : null;
  return from === to ? [] : [...one('assigned', to), ...one('taken', from)];
}

function one(kind: NotificationKind, officerId: unknown): Telling[] {
  return typeof officerId === 'string' ? [{ officerId, kind }] : [];
}

function all(kind: NotificationKind, officerIds: unknown): Telling[] {
  return Array.isArray(officerIds) ? officerIds.flatMap((officerId) => one(kind, officerId)) : [];
}

function ruleOf(type: string): Rule {
  return (Object.hasOwn(RULES, type) ? RULES[type] : undefined) ?? (() => []);
}
