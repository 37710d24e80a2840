import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type DepartmentHead, departmentHeadSchema } from '#contracts/assignment.http.js';
import { DepartmentHeadService } from '#desk/assignment/department-head.service.js';
import { SlugParam } from '#platform/http/slug-param.js';
import { CurrentOfficer, type SignedIn } from '../identity/current-officer.js';

@ApiTags('staffing')
@Controller('api/departments/:slug/head')
export class DepartmentHeadController {
  constructor(private readonly head: DepartmentHeadService) {}

  @Put()
  @ApiOkResponse({ standardSchema: departmentHeadSchema })
  name(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('slug', SlugParam) slug: string,
    @Body({ schema: departmentHeadSchema }) body: DepartmentHead,
  ): Promise<DepartmentHead> {
    return this.head.name(actor, slug, body);
  }
}
