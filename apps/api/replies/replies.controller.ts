import { Body, Controller, Delete, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { type Acted, actedSchema } from '#contracts/conversations.http.js';
import {
  correctReplySchema,
  type SentReply,
  sendReplySchema,
  sentReplySchema,
  takenBackSchema,
} from '#contracts/replies.http.js';
import { ReplyService } from '#desk/replies/reply.service.js';
import { IdParam } from '#platform/http/id-param.js';
import { CurrentOfficer, type SignedIn } from '../identity/current-officer.js';

@ApiTags('replies')
@Controller('api/conversations/:id/replies')
export class RepliesController {
  constructor(private readonly replies: ReplyService) {}

  @Post()
  @ApiCreatedResponse({ standardSchema: sentReplySchema })
  send(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) conversationId: string,
    @Body({ schema: sendReplySchema }) { until, ...body }: z.infer<typeof sendReplySchema>,
  ): Promise<SentReply> {
    return this.replies.send(actor, {
      conversationId,
      ...body,
      until: until === undefined ? undefined : new Date(until),
    });
  }

  @Delete(':replyId')
  @ApiOkResponse({ standardSchema: takenBackSchema })
  takeBack(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) conversationId: string,
    @Param('replyId', IdParam) replyId: string,
  ): Promise<z.infer<typeof takenBackSchema>> {
    return this.replies.takeBack(actor, { conversationId, replyId });
  }

  @Post(':replyId/corrections')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: actedSchema })
  correct(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) conversationId: string,
    @Param('replyId', IdParam) replyId: string,
    @Body({ schema: correctReplySchema }) body: z.infer<typeof correctReplySchema>,
  ): Promise<Acted> {
    return this.replies.correct(actor, { conversationId, replyId, ...body });
  }
}
