import { Injectable } from '@nestjs/common';
import { DigestService } from '#desk/notifications/digest.service.js';
import type { DueWork } from '../due-work.js';

/** Mails for officers who are away. */
@Injectable()
export class SendDigests implements DueWork {
  readonly name = 'send-digests';
  readonly everyMs = 30_000;

  constructor(private readonly digests: DigestService) {}

  run(stop: AbortSignal): Promise<unknown> {
    return this.digests.sendDue(stop);
  }
}
