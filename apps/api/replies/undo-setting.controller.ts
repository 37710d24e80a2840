import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  type UndoSetting,
  type UndoSettingView,
  undoSettingSchema,
  undoSettingViewSchema,
} from '#contracts/replies.http.js';
import { UndoSettingService } from '#desk/replies/undo-setting.service.js';
import { SlugParam } from '#platform/http/slug-param.js';
import { CurrentOfficer, type SignedIn } from '../identity/current-officer.js';

@ApiTags('replies')
@Controller('api/departments/:slug/undo')
export class UndoSettingController {
  constructor(private readonly setting: UndoSettingService) {}

  @Get()
  @ApiOkResponse({ standardSchema: undoSettingViewSchema })
  read(@CurrentOfficer() { actor }: SignedIn, @Param('slug', SlugParam) slug: string): Promise<UndoSettingView> {
    return this.setting.read(actor, slug);
  }

  @Put()
  @ApiOkResponse({ standardSchema: undoSettingViewSchema })
  write(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('slug', SlugParam) slug: string,
    @Body({ schema: undoSettingSchema }) body: UndoSetting,
  ): Promise<UndoSettingView> {
    return this.setting.write(actor, slug, body);
  }
}
