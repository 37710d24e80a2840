import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  type ReportList,
  type ReportOrder,
  type ReportView,
  reportListSchema,
  reportOrderSchema,
  reportSchema,
} from '#contracts/reports.http.js';
import { ReportService } from '#desk/oversight/reports/report.service.js';
import { IdParam } from '#platform/http/id-param.js';
import { CurrentOfficer, type SignedIn } from '../identity/current-officer.js';

@ApiTags('oversight')
@Controller('api/oversight/reports')
export class ReportsController {
  constructor(private readonly reports: ReportService) {}

  @Get()
  @ApiOkResponse({ standardSchema: reportListSchema })
  list(@CurrentOfficer() { actor }: SignedIn): Promise<ReportList> {
    return this.reports.list(actor);
  }

  @Post()
  @ApiCreatedResponse({ standardSchema: reportSchema })
  order(
    @CurrentOfficer() { actor }: SignedIn,
    @Body({ schema: reportOrderSchema }) body: ReportOrder,
  ): Promise<ReportView> {
    return this.reports.order(actor, body);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'Ended' })
  end(@CurrentOfficer() { actor }: SignedIn, @Param('id', IdParam) id: string): Promise<void> {
    return this.reports.end(actor, id);
  }
}
