import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { type Acted, actedSchema } from '#contracts/conversations.http.js';
import {
  acknowledgeSchema,
  classifySchema,
  prioritiseSchema,
  retagSchema,
  snoozeSchema,
  wakeSchema,
} from '#contracts/triage.http.js';
import { AcknowledgeService } from '#desk/triage/acknowledge.service.js';
import { ClassifyService } from '#desk/triage/classify.service.js';
import { PriorityService } from '#desk/triage/priority.service.js';
import { SnoozeService } from '#desk/triage/snooze.service.js';
import { TaggingService } from '#desk/triage/tagging.service.js';
import { IdParam } from '#platform/http/id-param.js';
import { CurrentOfficer, type SignedIn } from '../identity/current-officer.js';

@ApiTags('conversations')
@Controller('api/conversations/:id')
export class TriageController {
  constructor(
    private readonly tagging: TaggingService,
    private readonly priorities: PriorityService,
    private readonly snoozes: SnoozeService,
    private readonly acknowledging: AcknowledgeService,
    private readonly classifying: ClassifyService,
  ) {}

  @Post('tags')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: actedSchema })
  tag(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) conversationId: string,
    @Body({ schema: retagSchema }) body: z.infer<typeof retagSchema>,
  ): Promise<Acted> {
    return this.tagging.tag(actor, { conversationId, ...body });
  }

  @Post('priority')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: actedSchema })
  prioritise(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) conversationId: string,
    @Body({ schema: prioritiseSchema }) body: z.infer<typeof prioritiseSchema>,
  ): Promise<Acted> {
    return this.priorities.prioritise(actor, { conversationId, ...body });
  }

  @Post('acknowledge')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: actedSchema })
  acknowledge(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) conversationId: string,
    @Body({ schema: acknowledgeSchema }) body: z.infer<typeof acknowledgeSchema>,
  ): Promise<Acted> {
    return this.acknowledging.acknowledge(actor, { conversationId, ...body });
  }

  @Post('class')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: actedSchema })
  classify(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) conversationId: string,
    @Body({ schema: classifySchema }) body: z.infer<typeof classifySchema>,
  ): Promise<Acted> {
    return this.classifying.classify(actor, { conversationId, ...body });
  }

  @Post('snooze')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: actedSchema })
  snooze(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) conversationId: string,
    @Body({ schema: snoozeSchema }) { until, ...body }: z.infer<typeof snoozeSchema>,
  ): Promise<Acted> {
    return this.snoozes.snooze(actor, { conversationId, ...body, until: until ? new Date(until) : null });
  }

  @Post('wake')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: actedSchema })
  wake(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) conversationId: string,
    @Body({ schema: wakeSchema }) body: z.infer<typeof wakeSchema>,
  ): Promise<Acted> {
    return this.snoozes.wake(actor, { conversationId, ...body });
  }
}
