import { Entity, PrimaryColumn } from 'typeorm';

@Entity('undelivered_event')
export class UndeliveredEvent {
  @PrimaryColumn({ type: 'uuid', name: 'event_id' })
  eventId: string;
}
