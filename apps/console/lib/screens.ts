import type { Me } from '#contracts/identity.http.js';
import type { Role } from '#domain/identity/roles.js';
import { hasRole } from './session.js';

interface Screen {
  name: 'inbox' | 'moderation' | 'letters' | 'oversight' | 'staffing';
  path: string;
  /** The second key of "g i". */
  key: string;
  /** Who has work there; nobody named: everyone. The api decides again on every request. */
  roles: readonly Role[];
}

const SCREENS: readonly Screen[] = [
  { name: 'inbox', path: '/inbox', key: 'i', roles: [] },
  { name: 'moderation', path: '/moderation', key: 'm', roles: ['moderator', 'administrator'] },
  {
    name: 'letters',
    path: '/letters',
    key: 'l',
    roles: ['officer', 'reviewer', 'press', 'supervisor', 'administrator'],
  },
  { name: 'oversight', path: '/oversight', key: 'o', roles: ['supervisor', 'administrator'] },
  { name: 'staffing', path: '/staffing', key: 's', roles: ['supervisor', 'administrator'] },
];

export function screensOf(me: Me): readonly Screen[] {
  return SCREENS.filter(({ roles }) => roles.length === 0 || hasRole(me, ...roles));
}
