import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('channel')
export class Channel {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  slug: string;

  @Column({ type: 'text' })
  kind: 'web' | 'api' | 'import';

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;
}
