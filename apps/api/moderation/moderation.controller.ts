import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  type MessageTextsView,
  type ModerationDecided,
  type ModerationDecisionInput,
  messageTextsSchema,
  moderationDecidedSchema,
  moderationDecisionSchema,
  moderationQueueQuerySchema,
  moderationQueueSchema,
  openOriginalSchema,
} from '#contracts/moderation.http.js';
import { DecisionService } from '#desk/moderation/decision.service.js';
import { ModerationQueueService } from '#desk/moderation/moderation-queue.service.js';
import { OriginalService } from '#desk/moderation/original.service.js';
import { IdParam } from '#platform/http/id-param.js';
import { CurrentOfficer, type SignedIn } from '../identity/current-officer.js';

@ApiTags('moderation')
@Controller('api/moderation')
export class ModerationController {
  constructor(
    private readonly decisions: DecisionService,
    private readonly waiting: ModerationQueueService,
    private readonly originals: OriginalService,
  ) {}

  @Get('queue')
  @ApiOkResponse({ standardSchema: moderationQueueSchema })
  queue(
    @CurrentOfficer() { actor }: SignedIn,
    @Query({ schema: moderationQueueQuerySchema }) query: z.infer<typeof moderationQueueQuerySchema>,
  ): Promise<z.infer<typeof moderationQueueSchema>> {
    return this.waiting.page(actor, query);
  }

  @Post('decisions')
  @ApiCreatedResponse({ standardSchema: moderationDecidedSchema })
  decide(
    @CurrentOfficer() { actor }: SignedIn,
    @Body({ schema: moderationDecisionSchema }) decision: ModerationDecisionInput,
  ): Promise<ModerationDecided> {
    return this.decisions.decide(actor, decision);
  }

  @Post('messages/:id/original')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: messageTextsSchema })
  openOriginal(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) messageId: string,
    @Body({ schema: openOriginalSchema }) { why }: z.infer<typeof openOriginalSchema>,
  ): Promise<MessageTextsView> {
    return this.originals.open(actor, { messageId, why });
  }
}
