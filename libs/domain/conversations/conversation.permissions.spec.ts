import { describe, expect, it } from '@jest/globals';
import { type Actor, ROLES, type Role } from '../identity/roles.js';
import { type ConversationPermission, mayMerge, mayOn } from './conversation.permissions.js';

const HERE = 'water';
const ELSEWHERE = 'roads';
const ACTS: ConversationPermission[] = [
  ...(['read', 'claim', 'assign', 'release', 'transfer'] as const),
  ...(['reply', 'close', 'reopen', 'moderate', 'write-letter'] as const),
  ...(['draft', 'read-drafts'] as const),
  ...(['merge', 'split', 'restart-clock'] as const),
  ...(['label', 'snooze', 'acknowledge'] as const),
  ...(['read-original', 'open-original'] as const),
];

type Acts = readonly ConversationPermission[];
const everyday: Acts = ['read', 'claim', 'write-letter', 'draft', 'read-drafts', 'label', 'acknowledge'];
const acting: Acts = ['assign', 'release', 'transfer', 'close', 'reopen', 'merge', 'split', 'snooze'];
const leading: Acts = [...acting, 'read-drafts', 'restart-clock', 'label', 'acknowledge', 'open-original'];
const unsealing: Acts = ['read-original', 'open-original'];
const moderating: Acts = ['read', 'moderate', ...unsealing];

/** What each role may do on a conversation that nobody has, that it has itself, and that a colleague has. */
const MAY: Record<Role, { free: Acts; own: Acts; others: Acts }> = {
  officer: {
    free: [...everyday, 'transfer', 'close', 'reopen', 'merge', 'split', 'snooze'],
    own: [...everyday, ...acting, 'reply', ...unsealing],
    others: everyday,
  },
  moderator: { free: moderating, own: moderating, others: moderating },
  reviewer: { free: ['read'], own: ['read'], others: ['read'] },
  supervisor: { free: ['read', ...leading], own: ['read', ...leading], others: ['read', ...leading] },
  press: { free: ['read'], own: ['read'], others: ['read'] },
  administrator: { free: ['read'], own: ['read'], others: ['read'] },
};
const HOLDER = { free: null, own: 'li', others: 'wang' };

const actor = (role: Role, departmentId: string | null): Actor => ({
  officerId: 'li',
  grants: [{ role, departmentId }],
});
const allowed = (who: Actor, officerId: string | null) =>
  ACTS.filter((act) => mayOn(who, act, { departmentId: HERE, officerId }));
const inOrder = (acts: Acts) => ACTS.filter((act) => acts.includes(act));

const rows = ROLES.flatMap((role) => (['free', 'own', 'others'] as const).map((whose) => ({ role, whose })));

describe('who may do what on a conversation', () => {
  it.each(rows)('a $role of the department, where it is $whose', ({ role, whose }) => {
    expect(allowed(actor(role, HERE), HOLDER[whose])).toEqual(inOrder(MAY[role][whose]));
  });

  it.each(rows)('a $role of another department may do nothing, where it is $whose', ({ role, whose }) => {
    expect(allowed(actor(role, ELSEWHERE), HOLDER[whose])).toEqual([]);
  });

  it.each(['free', 'own', 'others'] as const)(
    'the administrator of the desk leads and moderates everywhere (%s)',
    (whose) => {
      const acts = allowed(actor('administrator', null), HOLDER[whose]);
      expect(acts).toEqual(inOrder(['read', 'moderate', 'read-original', ...leading]));
    },
  );

  it('nobody without a role may even read', () => {
    expect(allowed({ officerId: 'li', grants: [] }, 'li')).toEqual([]);
  });

  it('lets any officer merge what nobody works on, also where a colleague answered it', () => {
    const answered = { departmentId: HERE, officerId: 'wang', status: 'answered' } as const;
    expect(mayMerge(actor('officer', HERE), answered)).toBe(true);
    expect(mayMerge(actor('officer', HERE), { ...answered, status: 'assigned' })).toBe(false);
    expect(mayMerge(actor('supervisor', HERE), { ...answered, status: 'assigned' })).toBe(true);
  });

  it('adds up the roles of one person', () => {
    const both: Actor = {
      officerId: 'li',
      grants: [...actor('officer', HERE).grants, ...actor('moderator', HERE).grants],
    };
    expect(allowed(both, 'wang')).toEqual(inOrder([...everyday, 'moderate', ...unsealing]));
  });
});
