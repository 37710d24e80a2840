import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { InboxFacets } from '#contracts/inbox.http.js';
import type { Actor } from '#domain/identity/roles.js';
import { ReadableDepartments } from '../conversations/readable-departments.js';

/**
 * Each language of what is settled is found by one step in the index, from one value to the next, however long the
 * history is; what is open is little.
 */
const LANGUAGES = `
  WITH RECURSIVE settled AS (
    SELECT mine.department_id, (
      SELECT lower(split_part(c.language, '-', 1)) FROM conversation c
      WHERE c.department_id = mine.department_id AND c.status IN ('answered', 'closed')
      ORDER BY lower(split_part(c.language, '-', 1)) LIMIT 1) AS language
    FROM unnest($1::uuid[]) AS mine (department_id)
    UNION ALL
    SELECT s.department_id, (
      SELECT lower(split_part(c.language, '-', 1)) FROM conversation c
      WHERE c.department_id = s.department_id AND c.status IN ('answered', 'closed')
        AND lower(split_part(c.language, '-', 1)) > s.language
      ORDER BY lower(split_part(c.language, '-', 1)) LIMIT 1)
    FROM settled s WHERE s.language IS NOT NULL
  )
  SELECT language FROM settled WHERE language IS NOT NULL
  UNION
  SELECT lower(split_part(c.language, '-', 1)) FROM conversation c
  WHERE c.department_id = ANY($1::uuid[]) AND c.status IN ('queued', 'assigned')
  ORDER BY 1 LIMIT 100`;

/** Channels are few, and their names are on every conversation. */
const CHANNELS = 'SELECT slug, name FROM channel ORDER BY name, slug LIMIT 500';

const OFFICERS = `
  SELECT o.id, o.name FROM officer o WHERE o.is_active AND EXISTS (
    SELECT 1 FROM role_grant g WHERE g.officer_id = o.id AND g.role = 'officer' AND g.department_id = ANY($1::uuid[]))
  ORDER BY o.name, o.id LIMIT 1000`;

type Languages = { language: string }[];

@Injectable()
export class FacetsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly departments: ReadableDepartments,
  ) {}

  async of(actor: Actor): Promise<InboxFacets> {
    const departmentIds = await this.departments.idsOf(actor);
    const [channels, languages, officers]: [InboxFacets['channels'], Languages, InboxFacets['officers']] =
      await Promise.all([
        this.dataSource.query(CHANNELS),
        this.dataSource.query(LANGUAGES, [departmentIds]),
        this.dataSource.query(OFFICERS, [departmentIds]),
      ]);
    return { channels, languages: languages.map((row) => row.language), officers };
  }
}
