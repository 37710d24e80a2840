import { Injectable } from '@nestjs/common';
import { BulkForgettingService } from '#desk/bulk/bulk-forgetting.service.js';
import type { DueWork } from '../due-work.js';

/** Results that nobody opens any more; what was done stands in the history of each conversation. */
@Injectable()
export class ForgetBulks implements DueWork {
  readonly name = 'forget-bulks';
  readonly everyMs = 3_600_000;

  constructor(private readonly bulks: BulkForgettingService) {}

  run(): Promise<unknown> {
    return this.bulks.forgetOld();
  }
}
