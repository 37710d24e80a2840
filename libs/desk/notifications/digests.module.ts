import { Module } from '@nestjs/common';
import { Mailer } from '#platform/mail/mailer.js';
import { DigestService } from './digest.service.js';

/** For the process that sends the mails. */
@Module({ providers: [Mailer, DigestService], exports: [DigestService] })
export class DigestsModule {}
