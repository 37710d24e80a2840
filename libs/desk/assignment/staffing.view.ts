import type { Policy, StaffedOfficer } from '#contracts/assignment.http.js';
import type { Department } from '#database/entities/department.entity.js';
import { absenceOf } from '#domain/assignment/absence.js';
import { hasRoomFor } from '#domain/assignment/eligibility.js';
import { NORMAL_WEIGHT } from '#domain/conversations/priority.js';
import type { Load } from '../conversations/officer-loads.js';
import type { StaffedRecord } from './staffing.queries.js';

export function policyView(department: Department, skillRules: Policy['skillRules']): Policy {
  return {
    version: department.policyVersion,
    policy: department.assignmentPolicy,
    escalateAfterMinutes: department.escalateAfterMinutes,
    leaveGraceMinutes: department.leaveGraceMinutes,
    skillRules,
  };
}

export function staffedOfficerView(record: StaffedRecord, load: Load | undefined, now: Date): StaffedOfficer {
  const { count = 0, weight = 0 } = load ?? {};
  const isFull = !hasRoomFor({ load: weight, capacity: record.capacity }, 'normal');
  return {
    id: record.id,
    name: record.name,
    version: record.version,
    blocked: absenceOf(record, now) ?? (isFull ? 'full' : null),
    count,
    inHand: weight / NORMAL_WEIGHT,
    capacity: record.capacity,
    languages: record.languages,
    skills: record.skills,
    timeZone: record.ownTimeZone,
    workingHours: record.workingHours.map(({ weekday, from, to }) => ({ weekday, from, to })),
    outOfOffice: outOfOfficeView(record),
    roles: record.roles,
    isActive: record.isActive,
  };
}

function outOfOfficeView({ outFrom, outUntil, standInId, standInName }: StaffedRecord): StaffedOfficer['outOfOffice'] {
  if (!outFrom) return null;
  return {
    from: outFrom.toISOString(),
    until: outUntil?.toISOString() ?? null,
    standIn: standInId && standInName ? { id: standInId, name: standInName } : null,
  };
}
