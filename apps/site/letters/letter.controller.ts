import { Controller, Get, Param, Query } from '@nestjs/common';
import { PublicationService } from '#desk/publication/publication.service.js';
import { normaliseReference } from '#domain/conversations/reference.js';
import { found } from '../layout/found.js';
import { type Page, Redirection } from '../layout/page.js';
import { type Visit, Visiting } from '../layout/visit.js';
import { letterPage } from './letter.page.js';
import { lettersPage } from './letters.page.js';

@Controller('letters')
export class LetterController {
  constructor(private readonly publication: PublicationService) {}

  @Get()
  async list(@Query('before') before: unknown): Promise<Page> {
    const anchor = typeof before === 'string' ? found(normaliseReference(before)) : null;
    return lettersPage(found(await this.publication.letters(anchor)), anchor === null);
  }

  @Get(':reference')
  async one(@Param('reference') typed: string, @Visiting() visit: Visit): Promise<Page | Redirection> {
    const reference = found(normaliseReference(typed));
    if (reference !== typed) return new Redirection(visit.link(`/letters/${reference}`), 301);
    return letterPage(found(await this.publication.letter(reference)));
  }
}
