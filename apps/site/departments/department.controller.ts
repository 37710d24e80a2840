import { Controller, Get, Param, Query } from '@nestjs/common';
import { PublicationService } from '#desk/publication/publication.service.js';
import { normaliseReference } from '#domain/conversations/reference.js';
import { found } from '../layout/found.js';
import type { Page } from '../layout/page.js';
import { departmentPage } from './department.page.js';
import { departmentsPage } from './departments.page.js';

@Controller('departments')
export class DepartmentController {
  constructor(private readonly publication: PublicationService) {}

  @Get()
  async list(): Promise<Page> {
    return departmentsPage(await this.publication.departments());
  }

  @Get(':slug')
  async one(@Param('slug') slug: string, @Query('before') before: unknown): Promise<Page> {
    const anchor = typeof before === 'string' ? found(normaliseReference(before)) : null;
    return departmentPage(found(await this.publication.department(found(slugOf(slug)), anchor)), anchor === null);
  }
}

/** Anything may stand in an address; not all of it is text that PostgreSQL takes. */
function slugOf(typed: string): string | null {
  return /^[a-z0-9-]{1,100}$/.test(typed) ? typed : null;
}
