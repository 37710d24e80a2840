import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One mail of a report: there is one for each period. */
@Entity('report_mail')
export class ReportMail {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'report_id' })
  reportId: string;

  @Column({ type: 'date', name: 'period_from' })
  periodFrom: string;

  @Column({ type: 'date', name: 'period_to' })
  periodTo: string;

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
  outcome: 'sent' | 'not-allowed' | 'given-up' | null;
}
