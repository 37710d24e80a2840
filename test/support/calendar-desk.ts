import type { CalendarDraft, CalendarView } from '#contracts/calendars.http.js';
import type { Department } from '#database/entities/department.entity.js';
import { buildDepartment, buildOfficer, type OfficerFields } from './build.js';
import { calendarDraft } from './calendars.js';
import { type OfficerClient, signIn } from './clients.js';
import { startDesk } from './desk.js';

export type CalendarDesk = Awaited<ReturnType<typeof startCalendarDesk>>;

/** Two departments, each led by a supervisor; an officer of the first; an administrator. */
export async function startCalendarDesk() {
  const desk = await startDesk();
  const water = await buildDepartment(desk.dataSource);
  const roads = await buildDepartment(desk.dataSource);
  const as = async (fields: OfficerFields) => signIn(desk.api, (await buildOfficer(desk.dataSource, fields)).email);
  const asRoot = await as({ roles: ['administrator'] });
  const asWater = await as({ department: water, roles: ['supervisor'], name: 'Li Na' });
  const asRoads = await as({ department: roads, roles: ['supervisor'] });
  const asOfficer = await as({ department: water });
  const change = (
    client: OfficerClient,
    { slug, version }: CalendarView,
    fields: Partial<CalendarDraft> = {},
    why = 'New hours',
  ) => client.send('PUT', `/api/calendars/${slug}`, { version, ...calendarDraft(fields), why });
  const follow = (client: OfficerClient, department: Department, calendar: string | null, seen: string | null = null) =>
    client.send('PUT', `/api/departments/${department.slug}/calendar`, { calendar, seen });
  const read = async (slug: string): Promise<CalendarView> => (await asOfficer.get(`/api/calendars/${slug}`)).body;
  return { desk, water, roads, asRoot, asWater, asRoads, asOfficer, change, follow, read };
}
