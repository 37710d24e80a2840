import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  changeTagSchema,
  createTagSchema,
  editTagSchema,
  mergeTagSchema,
  type TagView,
  tagListSchema,
  tagSchema,
} from '#contracts/triage.http.js';
import { TagService } from '#desk/triage/tag.service.js';
import { TagReadingService } from '#desk/triage/tag-reading.service.js';
import { IdParam } from '#platform/http/id-param.js';
import { CurrentOfficer, type SignedIn } from '../identity/current-officer.js';

type SeenTag = z.infer<typeof changeTagSchema>;

@ApiTags('tags')
@Controller('api/tags')
export class TagsController {
  constructor(
    private readonly tags: TagService,
    private readonly reading: TagReadingService,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: tagListSchema })
  async all(@CurrentOfficer() { actor }: SignedIn): Promise<{ items: TagView[] }> {
    return { items: await this.reading.all(actor) };
  }

  @Post()
  @ApiCreatedResponse({ standardSchema: tagSchema })
  create(
    @CurrentOfficer() { actor }: SignedIn,
    @Body({ schema: createTagSchema }) body: z.infer<typeof createTagSchema>,
  ): Promise<TagView> {
    return this.tags.create(actor, body);
  }

  @Put(':id')
  @ApiOkResponse({ standardSchema: tagSchema })
  edit(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) tagId: string,
    @Body({ schema: editTagSchema }) body: z.infer<typeof editTagSchema>,
  ): Promise<TagView> {
    return this.tags.edit(actor, { tagId, ...body });
  }

  @Post(':id/archive')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: tagSchema })
  archive(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) tagId: string,
    @Body({ schema: changeTagSchema }) body: SeenTag,
  ): Promise<TagView> {
    return this.tags.archive(actor, { tagId, ...body });
  }

  @Post(':id/restore')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: tagSchema })
  restore(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) tagId: string,
    @Body({ schema: changeTagSchema }) body: SeenTag,
  ): Promise<TagView> {
    return this.tags.restore(actor, { tagId, ...body });
  }

  @Post(':id/merge')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: tagSchema })
  merge(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) tagId: string,
    @Body({ schema: mergeTagSchema }) body: z.infer<typeof mergeTagSchema>,
  ): Promise<TagView> {
    return this.tags.merge(actor, { tagId, ...body });
  }

  @Post(':id/part')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: tagSchema })
  part(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) tagId: string,
    @Body({ schema: changeTagSchema }) body: SeenTag,
  ): Promise<TagView> {
    return this.tags.part(actor, { tagId, ...body });
  }
}
