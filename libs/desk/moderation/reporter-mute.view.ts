import type { ReporterMuteView } from '#contracts/reader-reports.http.js';

export interface ReporterMuteRow {
  id: string;
  slug: string;
  nameEn: string;
  nameZh: string;
  why: string;
  mutedBy: string;
  mutedAt: Date;
  reports: number;
}

export function reporterMuteView({ id, slug, nameEn, nameZh, ...mute }: ReporterMuteRow): ReporterMuteView {
  return {
    id,
    department: { slug, name: { en: nameEn, zh: nameZh } },
    why: mute.why,
    mutedBy: mute.mutedBy,
    mutedAt: mute.mutedAt.toISOString(),
    reports: mute.reports,
  };
}
