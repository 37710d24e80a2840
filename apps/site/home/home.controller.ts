import { Controller, Get } from '@nestjs/common';
import { PublicationService } from '#desk/publication/publication.service.js';
import type { Page } from '../layout/page.js';
import { homePage } from './home.page.js';

@Controller()
export class HomeController {
  constructor(private readonly publication: PublicationService) {}

  @Get()
  async home(): Promise<Page> {
    const { publication } = this;
    const [answered, letters, departments] = await Promise.all([
      publication.latestAnswered(),
      publication.latestLetters(),
      publication.departments(),
    ]);
    return homePage({ answered, letters, departments });
  }
}
