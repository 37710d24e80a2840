import { z } from 'zod';
import { ABSENCES } from '#domain/assignment/absence.js';
import { BLOCKS } from '#domain/assignment/eligibility.js';
import { ASSIGNMENT_POLICIES } from '#domain/assignment/policy.js';
import { MINUTES_PER_DAY, overlapIn } from '#domain/assignment/working-hours.js';
import { ROLES } from '#domain/identity/roles.js';
import { isTimeZone } from '#domain/time/wall-clock.js';
import { actedSchema } from './conversations.http.js';
import { departmentSchema } from './directory.http.js';
import { instantSchema } from './paging.http.js';
import { slugSchema, stored } from './text.js';

export const nextOrderSchema = z.strictObject({ department: slugSchema.optional() });
export const NOTHING_NEXT = ['empty', 'full', 'none-fits'] as const;
/** `conversation` is the caller's now; else `why` says what stands against it. */
export const nextSchema = z.object({
  conversation: actedSchema.nullable(),
  why: z.enum(NOTHING_NEXT).nullable(),
  /** After this, in normal conversations. */
  inHand: z.number(),
  capacity: z.int(),
});
export type Next = z.infer<typeof nextSchema>;

const version = z.int().min(1);

const skillSchema = stored(z.string().trim().min(1).max(60));

export const policySchema = z.object({
  version,
  policy: z.enum(ASSIGNMENT_POLICIES),
  /** After how long in the queue supervisors are told; null: never. */
  escalateAfterMinutes: z.int().min(1).max(43_200).nullable(),
  /** How long what an absent officer has in hand waits for the officer before it is offered again. */
  leaveGraceMinutes: z.int().min(0).max(10_080),
  /** A conversation with the tag goes only to officers with the skill. */
  skillRules: z.array(z.strictObject({ tagId: z.uuid(), skill: skillSchema })).max(100),
});
export type Policy = z.infer<typeof policySchema>;
export const changePolicySchema = z.strictObject(policySchema.shape);

export const workingIntervalSchema = z
  .strictObject({
    weekday: z.int().min(1).max(7),
    from: z
      .int()
      .min(0)
      .max(MINUTES_PER_DAY - 1),
    to: z.int().min(1).max(MINUTES_PER_DAY),
  })
  .refine(({ from, to }) => from < to, { error: 'must begin before it ends' });

const workingHoursSchema = z
  .array(workingIntervalSchema)
  .max(42)
  .refine((hours) => overlapIn(hours) === null, { error: 'must not overlap' });

const outOfOfficeSchema = z
  .strictObject({
    from: instantSchema,
    /** Null: until further notice. */
    until: instantSchema.nullable(),
    standInId: z.uuid().nullable(),
  })
  .refine(({ from, until }) => until === null || Date.parse(from) < Date.parse(until), {
    error: 'must begin before it ends',
    path: ['until'],
  });

const hours = {
  /** Null: the department's. */
  timeZone: z.string().max(64).refine(isTimeZone, { error: 'is no time zone' }).nullable(),
  /** None: always at work. */
  workingHours: workingHoursSchema,
  outOfOffice: outOfOfficeSchema.nullable(),
};

export const changeHoursSchema = z.strictObject({ version, ...hours });
export type ChangeHours = z.infer<typeof changeHoursSchema>;

const languageSchema = z.string().regex(/^[a-z]{2,3}$/, { error: 'must be a language such as "zh"' });

const abilities = {
  /** In normal conversations. */
  capacity: z.int().min(0).max(1_000),
  /** None: whatever the citizens write. */
  languages: z.array(languageSchema).max(20),
  skills: z.array(skillSchema).max(30),
};

export const changeOfficerSchema = z.strictObject({ version, ...abilities, ...hours });
export type ChangeOfficer = z.infer<typeof changeOfficerSchema>;

export const staffedOfficerSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  version,
  /** Why nothing is given to the officer now; null: at work, with a hand free. */
  blocked: z.enum([...ABSENCES, ...BLOCKS]).nullable(),
  /** Conversations in hand, over all departments. */
  count: z.int(),
  /** The same weighed by priority, in normal conversations. */
  inHand: z.number(),
  ...abilities,
  timeZone: z.string().nullable(),
  workingHours: z.array(z.object({ weekday: z.int(), from: z.int(), to: z.int() })),
  outOfOffice: z
    .object({
      from: instantSchema,
      until: instantSchema.nullable(),
      standIn: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    })
    .nullable(),
  roles: z.array(z.enum(ROLES)),
  isActive: z.boolean(),
});
export type StaffedOfficer = z.infer<typeof staffedOfficerSchema>;

export const staffingSchema = z.object({
  department: departmentSchema,
  policy: policySchema,
  officers: z.array(staffedOfficerSchema),
  /** Who is told when a promised time is over, one of the officers; null: nobody but the supervisors. */
  headId: z.uuid().nullable(),
  /** May deactivate officers and remove roles. */
  mayRemove: z.boolean(),
});
export type Staffing = z.infer<typeof staffingSchema>;

export const departmentHeadSchema = z.strictObject({ officerId: z.uuid().nullable() });
export type DepartmentHead = z.infer<typeof departmentHeadSchema>;

export const ownHoursSchema = z.object({
  officer: staffedOfficerSchema,
  /** What "the department's" time zone is. */
  departmentTimeZone: z.string().nullable(),
  /** Who may stand in: officers of the same departments. */
  colleagues: z.array(z.object({ id: z.uuid(), name: z.string() })),
});
export type OwnHours = z.infer<typeof ownHoursSchema>;

export const removeRoleQuerySchema = z.strictObject({ department: slugSchema.optional() });
