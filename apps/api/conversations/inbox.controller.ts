import { Controller, Get, Headers, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  type InboxCounts,
  type InboxFacets,
  type InboxPage,
  type InboxQuery,
  inboxCountsSchema,
  inboxFacetsSchema,
  inboxPageSchema,
  inboxQuerySchema,
} from '#contracts/inbox.http.js';
import { InboxService } from '#desk/conversations/inbox.service.js';
import { SearchService } from '#desk/search/search.service.js';
import { CountsService } from '#desk/triage/counts.service.js';
import { FacetsService } from '#desk/triage/facets.service.js';
import { CurrentOfficer, type SignedIn } from '../identity/current-officer.js';
import { unlessKnown } from './unless-known.js';

@ApiTags('inbox')
@Controller('api/inbox')
export class InboxController {
  constructor(
    private readonly inbox: InboxService,
    private readonly countsService: CountsService,
    private readonly facets: FacetsService,
    private readonly search: SearchService,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: inboxPageSchema })
  page(
    @CurrentOfficer() officer: SignedIn,
    @Query({ schema: inboxQuerySchema }) query: InboxQuery,
  ): Promise<InboxPage> {
    const { q } = query;
    return q ? this.search.page(officer.actor, { ...query, q }) : this.inbox.page(officer.actor, query);
  }

  @Get('counts')
  @ApiOkResponse({ standardSchema: inboxCountsSchema })
  async counts(
    @CurrentOfficer() officer: SignedIn,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<InboxCounts | undefined> {
    return unlessKnown(await this.countsService.of(officer.actor), known, reply);
  }

  @Get('facets')
  @ApiOkResponse({ standardSchema: inboxFacetsSchema })
  facetsOf(@CurrentOfficer() officer: SignedIn): Promise<InboxFacets> {
    return this.facets.of(officer.actor);
  }
}
