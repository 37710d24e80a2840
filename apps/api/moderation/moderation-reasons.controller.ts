import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  changeReasonSchema,
  type ModerationReasonView,
  makeReasonSchema,
  moderationReasonSchema,
  moderationReasonsSchema,
} from '#contracts/moderation-reasons.http.js';
import { ReasonCatalogueService } from '#desk/moderation/reason-catalogue.service.js';
import { SlugParam } from '#platform/http/slug-param.js';
import { CurrentOfficer, type SignedIn } from '../identity/current-officer.js';

@ApiTags('moderation')
@Controller('api/moderation/reasons')
export class ModerationReasonsController {
  constructor(private readonly catalogue: ReasonCatalogueService) {}

  @Get()
  @ApiOkResponse({ standardSchema: moderationReasonsSchema })
  async all(): Promise<z.infer<typeof moderationReasonsSchema>> {
    return { items: await this.catalogue.all() };
  }

  @Get(':code/versions')
  @ApiOkResponse({ standardSchema: moderationReasonsSchema })
  async versions(@Param('code', SlugParam) code: string): Promise<z.infer<typeof moderationReasonsSchema>> {
    return { items: await this.catalogue.versions(code) };
  }

  @Post()
  @ApiCreatedResponse({ standardSchema: moderationReasonSchema })
  make(
    @CurrentOfficer() { actor }: SignedIn,
    @Body({ schema: makeReasonSchema }) body: z.infer<typeof makeReasonSchema>,
  ): Promise<ModerationReasonView> {
    return this.catalogue.make(actor, body);
  }

  @Put(':code')
  @ApiOkResponse({ standardSchema: moderationReasonSchema })
  change(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('code', SlugParam) code: string,
    @Body({ schema: changeReasonSchema }) body: z.infer<typeof changeReasonSchema>,
  ): Promise<ModerationReasonView> {
    return this.catalogue.change(actor, { code, ...body });
  }
}
