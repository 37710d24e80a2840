import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When the departments that follow it work; what it says stands in its versions. */
@Entity('calendar')
export class Calendar {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  slug: string;

  @Column({ type: 'text', name: 'name_en' })
  nameEn: string;

  @Column({ type: 'text', name: 'name_zh' })
  nameZh: string;

  /** The newest, which binds what is open. */
  @Column({ type: 'integer' })
  version: number;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;
}
