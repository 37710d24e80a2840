import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('official')
export class Official {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'department_id' })
  departmentId: string;

  @Column({ type: 'text', name: 'name_en' })
  nameEn: string;

  @Column({ type: 'text', name: 'name_zh' })
  nameZh: string;

  @Column({ type: 'text', name: 'title_en' })
  titleEn: string;

  @Column({ type: 'text', name: 'title_zh' })
  titleZh: string;
}
