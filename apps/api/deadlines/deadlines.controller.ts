import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type DeadlineList, deadlineListSchema } from '#contracts/deadlines.http.js';
import { DeadlineReadingService } from '#desk/deadlines/deadline-reading.service.js';
import { IdParam } from '#platform/http/id-param.js';
import { CurrentOfficer, type SignedIn } from '../identity/current-officer.js';

@ApiTags('conversations')
@Controller('api/conversations/:id/deadlines')
export class DeadlinesController {
  constructor(private readonly reading: DeadlineReadingService) {}

  @Get()
  @ApiOkResponse({ standardSchema: deadlineListSchema })
  list(@CurrentOfficer() { actor }: SignedIn, @Param('id', IdParam) id: string): Promise<DeadlineList> {
    return this.reading.list(actor, id);
  }
}
