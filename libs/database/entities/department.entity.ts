import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('department')
export class Department {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  slug: string;

  @Column({ type: 'text', name: 'reference_prefix' })
  referencePrefix: string;

  @Column({ type: 'text', name: 'name_en' })
  nameEn: string;

  @Column({ type: 'text', name: 'name_zh' })
  nameZh: string;

  @Column({ type: 'text', name: 'time_zone' })
  timeZone: string;

  @Column({ type: 'integer', name: 'answer_within_hours', nullable: true })
  answerWithinHours: number | null;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;
}
