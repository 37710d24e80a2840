import { Body, Controller, Delete, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  type AuthorHistory,
  authorHistorySchema,
  holdClaimSchema,
  type ModerationCounts,
  type ModeratorSetting,
  moderationClaimsSchema,
  moderationCountsSchema,
  moderationScopeSchema,
  moderatorSettingSchema,
} from '#contracts/moderators.http.js';
import { AuthorHistoryService } from '#desk/moderation/author-history.service.js';
import { ModerationClaimService } from '#desk/moderation/moderation-claim.service.js';
import { ModeratorSettingService } from '#desk/moderation/moderator-setting.service.js';
import { ReportedQueueService } from '#desk/moderation/reported-queue.service.js';
import { IdParam } from '#platform/http/id-param.js';
import { CurrentOfficer, type SignedIn } from '../identity/current-officer.js';

type Scope = z.infer<typeof moderationScopeSchema>;
type Claims = z.infer<typeof moderationClaimsSchema>;

/** How moderators work beside each other. */
@ApiTags('moderation')
@Controller('api/moderation')
export class ModeratorsController {
  constructor(
    private readonly reported: ReportedQueueService,
    private readonly claims: ModerationClaimService,
    private readonly settings: ModeratorSettingService,
    private readonly authors: AuthorHistoryService,
  ) {}

  @Get('counts')
  @ApiOkResponse({ standardSchema: moderationCountsSchema })
  counts(
    @CurrentOfficer() { actor }: SignedIn,
    @Query({ schema: moderationScopeSchema }) { department }: Scope,
  ): Promise<ModerationCounts> {
    return this.reported.counts(actor, department);
  }

  @Get('claims')
  @ApiOkResponse({ standardSchema: moderationClaimsSchema })
  async open(
    @CurrentOfficer() { actor }: SignedIn,
    @Query({ schema: moderationScopeSchema }) { department }: Scope,
  ): Promise<Claims> {
    return { items: await this.claims.all(actor, department) };
  }

  @Put('claims/:id')
  @ApiOkResponse({ standardSchema: moderationClaimsSchema })
  async hold(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) messageId: string,
    @Body({ schema: holdClaimSchema }) { takeOver }: z.infer<typeof holdClaimSchema>,
  ): Promise<Claims> {
    return { items: await this.claims.hold(actor, { messageId, takeOver }) };
  }

  @Delete('claims/:id')
  @HttpCode(204)
  @ApiNoContentResponse()
  release(@CurrentOfficer() { actor }: SignedIn, @Param('id', IdParam) messageId: string): Promise<void> {
    return this.claims.release(actor, messageId);
  }

  @Get('setting')
  @ApiOkResponse({ standardSchema: moderatorSettingSchema })
  setting(@CurrentOfficer() { actor }: SignedIn): Promise<ModeratorSetting> {
    return this.settings.of(actor);
  }

  @Put('setting')
  @ApiOkResponse({ standardSchema: moderatorSettingSchema })
  set(
    @CurrentOfficer() { actor }: SignedIn,
    @Body({ schema: moderatorSettingSchema }) setting: ModeratorSetting,
  ): Promise<ModeratorSetting> {
    return this.settings.set(actor, setting);
  }

  @Get('messages/:id/author')
  @ApiOkResponse({ standardSchema: authorHistorySchema })
  author(@CurrentOfficer() { actor }: SignedIn, @Param('id', IdParam) messageId: string): Promise<AuthorHistory> {
    return this.authors.of(actor, messageId);
  }
}
