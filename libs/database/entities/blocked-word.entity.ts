import { Entity, PrimaryColumn } from 'typeorm';

@Entity('blocked_word')
export class BlockedWord {
  @PrimaryColumn({ type: 'text' })
  word: string;
}
