import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  type AppealActed,
  appealActedSchema,
  appealsQuerySchema,
  appealsSchema,
  askSchema,
  decideAppealSchema,
  lodgeAppealSchema,
} from '#contracts/appeals.http.js';
import { AppealService } from '#desk/moderation/appeal.service.js';
import { AppealLodgingService } from '#desk/moderation/appeal-lodging.service.js';
import { IdParam } from '#platform/http/id-param.js';
import { CurrentOfficer, type SignedIn } from '../identity/current-officer.js';

@ApiTags('moderation')
@Controller('api/moderation/appeals')
export class AppealsController {
  constructor(
    private readonly appeals: AppealService,
    private readonly lodging: AppealLodgingService,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: appealsSchema })
  page(
    @CurrentOfficer() { actor }: SignedIn,
    @Query({ schema: appealsQuerySchema }) query: z.infer<typeof appealsQuerySchema>,
  ): Promise<z.infer<typeof appealsSchema>> {
    return this.appeals.page(actor, query);
  }

  /** Writes an appeal down for an author who came by another way than the tracking page. */
  @Post()
  @ApiCreatedResponse({ standardSchema: appealActedSchema })
  lodge(
    @CurrentOfficer() { actor }: SignedIn,
    @Body({ schema: lodgeAppealSchema }) body: z.infer<typeof lodgeAppealSchema>,
  ): Promise<AppealActed> {
    return this.lodging.lodgeFor(actor, body);
  }

  @Post(':id/ask')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: appealActedSchema })
  ask(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) appealId: string,
    @Body({ schema: askSchema }) body: z.infer<typeof askSchema>,
  ): Promise<AppealActed> {
    return this.appeals.ask(actor, { appealId, ...body });
  }

  @Post(':id/decide')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: appealActedSchema })
  decide(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) appealId: string,
    @Body({ schema: decideAppealSchema }) body: z.infer<typeof decideAppealSchema>,
  ): Promise<AppealActed> {
    return this.appeals.decide(actor, { appealId, ...body });
  }
}
