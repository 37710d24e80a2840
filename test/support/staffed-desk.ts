import type { Department } from '#database/entities/department.entity.js';
import type { Officer } from '#database/entities/officer.entity.js';
import { buildChannel, buildDepartment, buildOfficer } from './build.js';
import { type OfficerClient, signIn } from './clients.js';
import { startDesk, type TestDesk, type TestDeskOptions } from './desk.js';
import { MergingDesk } from './merging.js';

export interface StaffedDesk {
  desk: TestDesk;
  department: Department;
  /** Of the channel on which its citizens write. */
  key: string;
  ana: Officer;
  bo: Officer;
  asAna: OfficerClient;
  asBo: OfficerClient;
  asLead: OfficerClient;
  at: MergingDesk;
}

/** One department with two officers who take nothing by themselves, and a supervisor. */
export async function startStaffedDesk(
  fields: Partial<Department> = {},
  options: TestDeskOptions = {},
): Promise<StaffedDesk> {
  const desk = await startDesk(options);
  const department = await buildDepartment(desk.dataSource, fields);
  const { key } = await buildChannel(desk.dataSource);
  const away = { department, isAvailable: false };
  const ana = await buildOfficer(desk.dataSource, away);
  const bo = await buildOfficer(desk.dataSource, away);
  const lead = await buildOfficer(desk.dataSource, { department, roles: ['supervisor'] });
  const [asAna, asBo, asLead] = [
    await signIn(desk.api, ana.email),
    await signIn(desk.api, bo.email),
    await signIn(desk.api, lead.email),
  ];
  const at = new MergingDesk(desk, { key, department, lead: asLead });
  return { desk, department, key, ana, bo, asAna, asBo, asLead, at };
}
