import { Controller, Get, Param } from '@nestjs/common';
import { PublicationService } from '#desk/publication/publication.service.js';
import { normaliseReference } from '#domain/conversations/reference.js';
import { found } from '../layout/found.js';
import { type Page, Redirection } from '../layout/page.js';
import { type Visit, Visiting } from '../layout/visit.js';
import { conversationPage } from './conversation.page.js';

@Controller('conversations')
export class ConversationController {
  constructor(private readonly publication: PublicationService) {}

  @Get(':reference')
  async one(@Param('reference') typed: string, @Visiting() visit: Visit): Promise<Page | Redirection> {
    const reference = found(normaliseReference(typed));
    if (reference !== typed) return new Redirection(visit.link(`/conversations/${reference}`), 301);
    const conversation = found(await this.publication.conversation(reference));
    // Not for good: a merge can be taken back.
    if ('movedTo' in conversation) return new Redirection(visit.link(`/conversations/${conversation.movedTo}`), 302);
    return conversationPage(conversation);
  }
}
