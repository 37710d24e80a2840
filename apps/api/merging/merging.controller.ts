import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  type ActedPair,
  mergeCandidateQuerySchema,
  mergeSchema,
  pairSchema,
  type Related,
  type RelatedView,
  relatedSchema,
  relatedViewSchema,
  splitSchema,
  unmergeSchema,
} from '#contracts/merging.http.js';
import { MergingService } from '#desk/merging/merging.service.js';
import { RelatedService } from '#desk/merging/related.service.js';
import { IdParam } from '#platform/http/id-param.js';
import { CurrentOfficer, type SignedIn } from '../identity/current-officer.js';

@ApiTags('merging')
@Controller('api/conversations/:id')
export class MergingController {
  constructor(
    private readonly merging: MergingService,
    private readonly related: RelatedService,
  ) {}

  @Get('related')
  @ApiOkResponse({ standardSchema: relatedViewSchema })
  around(@CurrentOfficer() { actor }: SignedIn, @Param('id', IdParam) id: string): Promise<RelatedView> {
    return this.related.around(actor, id);
  }

  /** Which conversation a reference names, to merge with the one of the address. */
  @Get('merge-candidate')
  @ApiOkResponse({ standardSchema: relatedSchema })
  candidate(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) id: string,
    @Query({ schema: mergeCandidateQuerySchema }) { reference }: z.infer<typeof mergeCandidateQuerySchema>,
  ): Promise<Related> {
    return this.related.candidate(actor, { id, reference });
  }

  @Post('merge')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: pairSchema })
  merge(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) conversationId: string,
    @Body({ schema: mergeSchema }) body: z.infer<typeof mergeSchema>,
  ): Promise<ActedPair> {
    return this.merging.merge(actor, { conversationId, ...body });
  }

  @Post('unmerge')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: pairSchema })
  unmerge(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) conversationId: string,
    @Body({ schema: unmergeSchema }) body: z.infer<typeof unmergeSchema>,
  ): Promise<ActedPair> {
    return this.merging.unmerge(actor, { conversationId, ...body });
  }

  @Post('split')
  @ApiCreatedResponse({ standardSchema: pairSchema })
  split(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) conversationId: string,
    @Body({ schema: splitSchema }) body: z.infer<typeof splitSchema>,
  ): Promise<ActedPair> {
    return this.merging.split(actor, { conversationId, ...body });
  }
}
