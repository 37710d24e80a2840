import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { colleagueListSchema, departmentListSchema, officialListSchema } from '#contracts/directory.http.js';
import { DirectoryService } from '#desk/directory/directory.service.js';
import { SlugParam } from '#platform/http/slug-param.js';
import { CurrentOfficer, type SignedIn } from '../identity/current-officer.js';

@ApiTags('directory')
@Controller('api/departments')
export class DirectoryController {
  constructor(private readonly directory: DirectoryService) {}

  @Get()
  @ApiOkResponse({ standardSchema: departmentListSchema })
  async departments(): Promise<z.infer<typeof departmentListSchema>> {
    return { items: await this.directory.all() };
  }

  @Get(':slug/colleagues')
  @ApiOkResponse({ standardSchema: colleagueListSchema })
  async colleagues(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('slug', SlugParam) slug: string,
  ): Promise<z.infer<typeof colleagueListSchema>> {
    return { items: await this.directory.colleagues(actor, slug) };
  }

  @Get(':slug/officials')
  @ApiOkResponse({ standardSchema: officialListSchema })
  async officials(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('slug', SlugParam) slug: string,
  ): Promise<z.infer<typeof officialListSchema>> {
    return { items: await this.directory.officials(actor, slug) };
  }
}
