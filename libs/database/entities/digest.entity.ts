import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('digest')
export class Digest {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'officer_id' })
  officerId: string;

  @Column({ type: 'timestamptz', name: 'claimed_at' })
  claimedAt: Date;

  @Column({ type: 'timestamptz', name: 'next_try_at' })
  nextTryAt: Date;

  @Column({ type: 'integer' })
  attempts: number;

  /** Of the secret in the mail's List-Unsubscribe; the secret itself while the mail may have to be sent again. */
  @Column({ type: 'bytea', name: 'off_hash', nullable: true })
  offHash: Buffer | null;

  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true })
  endedAt: Date | null;

  @Column({ type: 'text', nullable: true })
  outcome: 'sent' | 'nothing-left' | 'given-up' | null;
}
