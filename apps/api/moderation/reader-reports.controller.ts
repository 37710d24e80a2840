import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { moderationScopeSchema } from '#contracts/moderators.http.js';
import {
  dismissReportsSchema,
  muteReporterSchema,
  reportedQueueSchema,
  reporterMutesSchema,
  reportsDismissedSchema,
} from '#contracts/reader-reports.http.js';
import { ReportDecisionService } from '#desk/moderation/report-decision.service.js';
import { ReportedQueueService } from '#desk/moderation/reported-queue.service.js';
import { ReporterMuteService } from '#desk/moderation/reporter-mute.service.js';
import { IdParam } from '#platform/http/id-param.js';
import { CurrentOfficer, type SignedIn } from '../identity/current-officer.js';

@ApiTags('moderation')
@Controller('api/moderation')
export class ReaderReportsController {
  constructor(
    private readonly reported: ReportedQueueService,
    private readonly decisions: ReportDecisionService,
    private readonly mutes: ReporterMuteService,
  ) {}

  @Get('reported')
  @ApiOkResponse({ standardSchema: reportedQueueSchema })
  queue(
    @CurrentOfficer() { actor }: SignedIn,
    @Query({ schema: moderationScopeSchema }) { department }: z.infer<typeof moderationScopeSchema>,
  ): Promise<z.infer<typeof reportedQueueSchema>> {
    return this.reported.page(actor, department);
  }

  @Post('reported/dismiss')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: reportsDismissedSchema })
  dismiss(
    @CurrentOfficer() { actor }: SignedIn,
    @Body({ schema: dismissReportsSchema }) body: z.infer<typeof dismissReportsSchema>,
  ): Promise<z.infer<typeof reportsDismissedSchema>> {
    return this.decisions.dismiss(actor, body);
  }

  @Post('reports/:id/mute-reporter')
  @HttpCode(204)
  @ApiNoContentResponse()
  mute(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) reportId: string,
    @Body({ schema: muteReporterSchema }) { why }: z.infer<typeof muteReporterSchema>,
  ): Promise<void> {
    return this.mutes.mute(actor, { reportId, why });
  }

  @Get('mutes')
  @ApiOkResponse({ standardSchema: reporterMutesSchema })
  async muted(
    @CurrentOfficer() { actor }: SignedIn,
    @Query({ schema: moderationScopeSchema }) { department }: z.infer<typeof moderationScopeSchema>,
  ): Promise<z.infer<typeof reporterMutesSchema>> {
    return { items: await this.mutes.all(actor, department) };
  }

  @Delete('mutes/:id')
  @HttpCode(204)
  @ApiNoContentResponse()
  lift(@CurrentOfficer() { actor }: SignedIn, @Param('id', IdParam) muteId: string): Promise<void> {
    return this.mutes.lift(actor, muteId);
  }
}
