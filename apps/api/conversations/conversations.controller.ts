import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  type Acted,
  actedSchema,
  assignSchema,
  type ConversationView,
  claimSchema,
  closeSchema,
  conversationViewSchema,
  type HistoryEntry,
  historySchema,
  releaseSchema,
  reopenSchema,
  transferSchema,
} from '#contracts/conversations.http.js';
import { DeskVerbsService } from '#desk/assignment/desk-verbs.service.js';
import { ConversationReadingService } from '#desk/conversations/conversation-reading.service.js';
import { IdParam } from '#platform/http/id-param.js';
import { CurrentOfficer, type SignedIn } from '../identity/current-officer.js';

@ApiTags('conversations')
@Controller('api/conversations/:id')
export class ConversationsController {
  constructor(
    private readonly reading: ConversationReadingService,
    private readonly verbs: DeskVerbsService,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: conversationViewSchema })
  read(@CurrentOfficer() { actor }: SignedIn, @Param('id', IdParam) id: string): Promise<ConversationView> {
    return this.reading.read(actor, id);
  }

  @Get('events')
  @ApiOkResponse({ standardSchema: historySchema })
  async events(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) id: string,
  ): Promise<{ items: HistoryEntry[] }> {
    return { items: await this.reading.history(actor, id) };
  }

  @Post('claim')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: actedSchema })
  claim(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) conversationId: string,
    @Body({ schema: claimSchema }) body: z.infer<typeof claimSchema>,
  ): Promise<Acted> {
    return this.verbs.claim(actor, { conversationId, ...body });
  }

  @Post('assign')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: actedSchema })
  assign(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) conversationId: string,
    @Body({ schema: assignSchema }) body: z.infer<typeof assignSchema>,
  ): Promise<Acted> {
    return this.verbs.assign(actor, { conversationId, ...body });
  }

  @Post('release')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: actedSchema })
  release(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) conversationId: string,
    @Body({ schema: releaseSchema }) body: z.infer<typeof releaseSchema>,
  ): Promise<Acted> {
    return this.verbs.release(actor, { conversationId, ...body });
  }

  @Post('transfer')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: actedSchema })
  transfer(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) conversationId: string,
    @Body({ schema: transferSchema }) body: z.infer<typeof transferSchema>,
  ): Promise<Acted> {
    return this.verbs.transfer(actor, { conversationId, ...body });
  }

  @Post('close')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: actedSchema })
  close(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) conversationId: string,
    @Body({ schema: closeSchema }) body: z.infer<typeof closeSchema>,
  ): Promise<Acted> {
    return this.verbs.close(actor, { conversationId, ...body });
  }

  @Post('reopen')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: actedSchema })
  reopen(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) conversationId: string,
    @Body({ schema: reopenSchema }) body: z.infer<typeof reopenSchema>,
  ): Promise<Acted> {
    return this.verbs.reopen(actor, { conversationId, ...body });
  }
}
