import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  changedViewSchema,
  changeViewSchema,
  createViewSchema,
  editViewSchema,
  moveViewSchema,
  type SavedViewView,
  savedViewListSchema,
} from '#contracts/saved-views.http.js';
import { type ChangedView, SavedViewService } from '#desk/triage/saved-view.service.js';
import { SavedViewReadingService } from '#desk/triage/saved-view-reading.service.js';
import { IdParam } from '#platform/http/id-param.js';
import { CurrentOfficer, type SignedIn } from '../identity/current-officer.js';

type SeenView = z.infer<typeof changeViewSchema>;

@ApiTags('inbox')
@Controller('api/views')
export class SavedViewsController {
  constructor(
    private readonly views: SavedViewService,
    private readonly reading: SavedViewReadingService,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: savedViewListSchema })
  async all(@CurrentOfficer() { actor }: SignedIn): Promise<{ items: SavedViewView[] }> {
    return { items: await this.reading.all(actor) };
  }

  @Post()
  @ApiCreatedResponse({ standardSchema: changedViewSchema })
  create(
    @CurrentOfficer() { actor }: SignedIn,
    @Body({ schema: createViewSchema }) body: z.infer<typeof createViewSchema>,
  ): Promise<ChangedView> {
    return this.views.create(actor, body);
  }

  @Put(':id')
  @ApiOkResponse({ standardSchema: changedViewSchema })
  edit(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) viewId: string,
    @Body({ schema: editViewSchema }) body: z.infer<typeof editViewSchema>,
  ): Promise<ChangedView> {
    return this.views.edit(actor, { viewId, ...body });
  }

  @Post(':id/move')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: changedViewSchema })
  move(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) viewId: string,
    @Body({ schema: moveViewSchema }) body: z.infer<typeof moveViewSchema>,
  ): Promise<ChangedView> {
    return this.views.move(actor, { viewId, ...body });
  }

  @Delete(':id')
  @ApiOkResponse({ standardSchema: changedViewSchema })
  delete(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) viewId: string,
    @Body({ schema: changeViewSchema }) body: SeenView,
  ): Promise<ChangedView> {
    return this.views.delete(actor, { viewId, ...body });
  }

  @Post(':id/restore')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: changedViewSchema })
  restore(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) viewId: string,
    @Body({ schema: changeViewSchema }) body: SeenView,
  ): Promise<ChangedView> {
    return this.views.restore(actor, { viewId, ...body });
  }
}
