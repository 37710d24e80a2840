import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  type InboxCounts,
  type InboxPage,
  type InboxQuery,
  inboxCountsSchema,
  inboxPageSchema,
  inboxQuerySchema,
} from '#contracts/inbox.http.js';
import { InboxService } from '#desk/conversations/inbox.service.js';
import { CurrentOfficer, type SignedIn } from '../identity/current-officer.js';

@ApiTags('inbox')
@Controller('api/inbox')
export class InboxController {
  constructor(private readonly inbox: InboxService) {}

  @Get()
  @ApiOkResponse({ standardSchema: inboxPageSchema })
  page(
    @CurrentOfficer() officer: SignedIn,
    @Query({ schema: inboxQuerySchema }) query: InboxQuery,
  ): Promise<InboxPage> {
    return this.inbox.page(officer.actor, query);
  }

  @Get('counts')
  @ApiOkResponse({ standardSchema: inboxCountsSchema })
  counts(@CurrentOfficer() officer: SignedIn): Promise<InboxCounts> {
    return this.inbox.counts(officer.actor);
  }
}
