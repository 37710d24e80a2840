import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('officer')
export class Officer {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  email: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text', name: 'password_hash' })
  passwordHash: string;

  @Column({ type: 'integer' })
  capacity: number;

  @Column({ type: 'boolean', name: 'is_active' })
  isActive: boolean;

  @Column({ type: 'boolean', name: 'is_available' })
  isAvailable: boolean;

  @Column({ type: 'timestamptz', name: 'seen_at', nullable: true })
  seenAt: Date | null;

  @Column({ type: 'timestamptz', name: 'last_assigned_at', nullable: true })
  lastAssignedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;
}
