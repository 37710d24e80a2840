import { Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '#domain/identity/roles.js';

@Entity('role_grant')
export class RoleGrantRow {
  @PrimaryColumn({ type: 'uuid', name: 'officer_id' })
  officerId: string;

  @PrimaryColumn({ type: 'text' })
  role: Role;

  @PrimaryColumn({ type: 'uuid', name: 'department_id' })
  departmentId: string | null;
}
