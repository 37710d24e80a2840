import { Module } from '@nestjs/common';
import { ReplyService } from './reply.service.js';

@Module({ providers: [ReplyService], exports: [ReplyService] })
export class ReplyModule {}
