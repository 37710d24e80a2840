import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which calendar a department follows from then on; null for none. */
@Entity('calendar_assignment')
export class CalendarAssignment {
  @PrimaryColumn({ type: 'uuid', name: 'department_id' })
  departmentId: string;

  @PrimaryColumn({ type: 'timestamptz', name: 'assigned_at' })
  assignedAt: Date;

  @Column({ type: 'uuid', name: 'calendar_id', nullable: true })
  calendarId: string | null;

  @Column({ type: 'uuid', name: 'assigned_by', nullable: true })
  assignedBy: string | null;
}
