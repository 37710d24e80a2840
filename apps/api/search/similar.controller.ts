import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type SimilarConversations, similarConversationsSchema } from '#contracts/search.http.js';
import { SimilarService } from '#desk/search/similar.service.js';
import { IdParam } from '#platform/http/id-param.js';
import { CurrentOfficer, type SignedIn } from '../identity/current-officer.js';

@ApiTags('conversations')
@Controller('api/conversations/:id/similar')
export class SimilarController {
  constructor(private readonly similar: SimilarService) {}

  @Get()
  @ApiOkResponse({ standardSchema: similarConversationsSchema })
  list(@CurrentOfficer() officer: SignedIn, @Param('id', IdParam) id: string): Promise<SimilarConversations> {
    return this.similar.similarTo(officer.actor, id);
  }
}
