import type { Role } from '#domain/identity/roles.js';
import { DEMO_DEPARTMENTS } from './departments.js';

/** Printed by `npm start`: the demo directory is laid out only in a database that has no officers. */
export const DEMO_PASSWORD = 'answerable-demo';

export interface DemoOfficer {
  email: string;
  name: string;
  capacity: number;
  /** Department slugs by role; null for a role that holds everywhere. */
  roles: Partial<Record<Role, readonly string[] | null>>;
}

const EVERY = DEMO_DEPARTMENTS.map((department) => department.slug);

export const DEMO_OFFICERS: readonly DemoOfficer[] = [
  {
    email: 'wang@answerable.example',
    name: '王晓晴 Wang Xiaoqing',
    capacity: 10,
    roles: { officer: ['transport-commission', 'water-authority'] },
  },
  {
    email: 'zhao@answerable.example',
    name: '赵启明 Zhao Qiming',
    capacity: 10,
    roles: { officer: ['housing-and-construction', 'environment-bureau'] },
  },
  {
    email: 'lin@answerable.example',
    name: '林若水 Lin Ruoshui',
    capacity: 8,
    roles: { officer: ['health-commission', 'secretary-office'], reviewer: ['transport-commission'] },
  },
  {
    email: 'liu@answerable.example',
    name: '刘安娜 Anna Liu',
    capacity: 12,
    roles: { officer: ['water-authority', 'transport-commission', 'secretary-office'] },
  },
  {
    email: 'reviewer@answerable.example',
    name: '孙敬之 Sun Jingzhi',
    capacity: 0,
    roles: { reviewer: EVERY },
  },
  {
    email: 'moderator@answerable.example',
    name: '马千里 Ma Qianli',
    capacity: 0,
    roles: { moderator: EVERY },
  },
  {
    email: 'supervisor@answerable.example',
    name: '周明远 Zhou Mingyuan',
    capacity: 0,
    roles: { supervisor: EVERY },
  },
  {
    email: 'press@answerable.example',
    name: '苏婉 Su Wan',
    capacity: 0,
    roles: { press: EVERY },
  },
  {
    email: 'admin@answerable.example',
    name: '陈立 Chen Li',
    capacity: 0,
    roles: { administrator: null },
  },
];
