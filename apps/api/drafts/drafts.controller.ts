import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  colleagueDraftSchema,
  colleagueDraftsSchema,
  type DraftView,
  draftSchema,
  earlierDraftsSchema,
  type PresenceView,
  presenceViewSchema,
  saveDraftSchema,
  takeOverDraftSchema,
} from '#contracts/replies.http.js';
import { ConversationPresenceService } from '#desk/presence/conversation-presence.service.js';
import { DraftReadingService } from '#desk/replies/draft-reading.service.js';
import { ReplyDraftService } from '#desk/replies/reply-draft.service.js';
import { IdParam } from '#platform/http/id-param.js';
import { CurrentOfficer, type SignedIn } from '../identity/current-officer.js';

/** Who is on a conversation, and what they have begun to write. */
@ApiTags('replies')
@Controller('api/conversations/:id')
export class DraftsController {
  constructor(
    private readonly drafts: ReplyDraftService,
    private readonly reading: DraftReadingService,
    private readonly presence: ConversationPresenceService,
  ) {}

  @Get('presence')
  @ApiOkResponse({ standardSchema: presenceViewSchema })
  here(@CurrentOfficer() { actor }: SignedIn, @Param('id', IdParam) id: string): Promise<PresenceView> {
    return this.presence.of(actor, id);
  }

  @Get('draft')
  @ApiOkResponse({ standardSchema: draftSchema })
  own(@CurrentOfficer() { actor }: SignedIn, @Param('id', IdParam) id: string): Promise<DraftView> {
    return this.drafts.own(actor, id);
  }

  @Put('draft')
  @ApiOkResponse({ standardSchema: draftSchema })
  save(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) conversationId: string,
    @Body({ schema: saveDraftSchema }) body: z.infer<typeof saveDraftSchema>,
  ): Promise<DraftView> {
    return this.drafts.save(actor, { conversationId, ...body });
  }

  @Get('draft/earlier')
  @ApiOkResponse({ standardSchema: earlierDraftsSchema })
  async earlier(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) id: string,
  ): Promise<z.infer<typeof earlierDraftsSchema>> {
    return { items: await this.reading.earlier(actor, id) };
  }

  @Post('draft/take-over')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: draftSchema })
  takeOver(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) conversationId: string,
    @Body({ schema: takeOverDraftSchema }) body: z.infer<typeof takeOverDraftSchema>,
  ): Promise<DraftView> {
    return this.drafts.takeOver(actor, { conversationId, ...body });
  }

  @Get('drafts')
  @ApiOkResponse({ standardSchema: colleagueDraftsSchema })
  async ofColleagues(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) id: string,
  ): Promise<z.infer<typeof colleagueDraftsSchema>> {
    return { items: await this.reading.ofColleagues(actor, id) };
  }

  @Get('drafts/:officerId')
  @ApiOkResponse({ standardSchema: colleagueDraftSchema })
  ofColleague(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) id: string,
    @Param('officerId', IdParam) officerId: string,
  ): Promise<z.infer<typeof colleagueDraftSchema>> {
    return this.reading.ofColleague(actor, id, officerId);
  }
}
