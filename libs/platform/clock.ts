import { Injectable } from '@nestjs/common';

/** The only source of "now" outside of PostgreSQL's own bookkeeping; tests bring one that can be advanced. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}
