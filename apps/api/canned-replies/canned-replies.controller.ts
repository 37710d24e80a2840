import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  type CannedReplyVersions,
  type CannedReplyView,
  cannedReplyListSchema,
  cannedReplyQuerySchema,
  cannedReplySchema,
  cannedReplyVersionsSchema,
  editCannedReplySchema,
  seenCannedReplySchema,
  writeCannedReplySchema,
} from '#contracts/canned-replies.http.js';
import { CannedReplyService } from '#desk/canned-replies/canned-reply.service.js';
import { CannedReplyReadingService } from '#desk/canned-replies/canned-reply-reading.service.js';
import { IdParam } from '#platform/http/id-param.js';
import { CurrentOfficer, type SignedIn } from '../identity/current-officer.js';

type Seen = z.infer<typeof seenCannedReplySchema>;

@ApiTags('canned replies')
@Controller('api/canned-replies')
export class CannedRepliesController {
  constructor(
    private readonly canned: CannedReplyService,
    private readonly reading: CannedReplyReadingService,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: cannedReplyListSchema })
  async all(
    @CurrentOfficer() { actor }: SignedIn,
    @Query({ schema: cannedReplyQuerySchema }) { department }: z.infer<typeof cannedReplyQuerySchema>,
  ): Promise<{ items: CannedReplyView[] }> {
    return { items: await this.reading.all(actor, department) };
  }

  @Post()
  @ApiCreatedResponse({ standardSchema: cannedReplySchema })
  write(
    @CurrentOfficer() { actor }: SignedIn,
    @Body({ schema: writeCannedReplySchema }) body: z.infer<typeof writeCannedReplySchema>,
  ): Promise<CannedReplyView> {
    return this.canned.write(actor, body);
  }

  @Get(':id/versions')
  @ApiOkResponse({ standardSchema: cannedReplyVersionsSchema })
  async versions(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) id: string,
  ): Promise<CannedReplyVersions> {
    return { items: await this.reading.versions(actor, id) };
  }

  @Put(':id')
  @ApiOkResponse({ standardSchema: cannedReplySchema })
  edit(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) id: string,
    @Body({ schema: editCannedReplySchema }) body: z.infer<typeof editCannedReplySchema>,
  ): Promise<CannedReplyView> {
    return this.canned.edit(actor, { id, ...body });
  }

  @Post(':id/archive')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: cannedReplySchema })
  archive(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) id: string,
    @Body({ schema: seenCannedReplySchema }) body: Seen,
  ): Promise<CannedReplyView> {
    return this.canned.archive(actor, { id, ...body });
  }

  @Post(':id/restore')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: cannedReplySchema })
  restore(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) id: string,
    @Body({ schema: seenCannedReplySchema }) body: Seen,
  ): Promise<CannedReplyView> {
    return this.canned.restore(actor, { id, ...body });
  }

  @Post(':id/used')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'Counted' })
  used(@CurrentOfficer() { actor }: SignedIn, @Param('id', IdParam) id: string): Promise<void> {
    return this.canned.used(actor, id);
  }
}
