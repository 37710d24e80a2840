import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  type ModerationDecisionInput,
  moderationDecidedSchema,
  moderationDecisionSchema,
  moderationQueueQuerySchema,
  moderationQueueSchema,
} from '#contracts/moderation.http.js';
import { ModerationService } from '#desk/moderation/moderation.service.js';
import { ModerationQueueService } from '#desk/moderation/moderation-queue.service.js';
import { CurrentOfficer, type SignedIn } from '../identity/current-officer.js';

@ApiTags('moderation')
@Controller('api/moderation')
export class ModerationController {
  constructor(
    private readonly moderation: ModerationService,
    private readonly waiting: ModerationQueueService,
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
  ): Promise<z.infer<typeof moderationDecidedSchema>> {
    return this.moderation.decide(actor, decision);
  }
}
