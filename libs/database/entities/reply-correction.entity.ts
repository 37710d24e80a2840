import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('reply_correction')
export class ReplyCorrection {
  @PrimaryColumn({ type: 'uuid', name: 'reply_id' })
  replyId: string;

  /** The reply's version that was replaced. */
  @PrimaryColumn({ type: 'integer' })
  number: number;

  @Column({ type: 'text', name: 'earlier_body' })
  earlierBody: string;

  /** Of a holding reply. */
  @Column({ type: 'text', name: 'earlier_holding_reason', nullable: true })
  earlierHoldingReason: string | null;

  /** The earlier text held what must not be public: only staff reads it. */
  @Column({ type: 'boolean', name: 'is_earlier_withheld' })
  isEarlierWithheld: boolean;

  @Column({ type: 'text' })
  reason: string;

  @Column({ type: 'uuid', name: 'officer_id' })
  officerId: string;

  @Column({ type: 'timestamptz', name: 'corrected_at' })
  correctedAt: Date;
}
