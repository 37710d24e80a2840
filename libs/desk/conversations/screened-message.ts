import type { Localised } from '#contracts/directory.http.js';
import type { MessageScreening } from '#contracts/moderation.http.js';
import { screeningRecordSchema } from '#contracts/screening.http.js';
import { DEFAULT_SCREENING_POLICY } from '#domain/moderation/screening-policy.js';

/** Whether screening took the message `m` for one of somebody in danger. */
export const IS_ALARM = `coalesce((m.screening ->> 'isAlarm')::boolean, false)`;

/** What the department says to who may be in danger; null where neither it nor the desk has a policy. */
export const helplineOf = (departmentId: string) => `coalesce(
      (SELECT v.policy -> 'helpline' FROM screening_policy_version v WHERE v.department_id = ${departmentId} ORDER BY version DESC LIMIT 1),
      (SELECT v.policy -> 'helpline' FROM screening_policy_version v WHERE v.department_id IS NULL ORDER BY version DESC LIMIT 1))`;

/**
 * How many people wrote what the message `m` says to the department that has it now, itself among them. Nothing of what
 * another department was sent.
 */
export const campaignIn = (departmentId: string) => `(
      SELECT count(DISTINCT other.citizen_id)::int FROM campaign_member own
      JOIN campaign_member other ON other.campaign_id = own.campaign_id
      WHERE own.message_id = m.id AND own.department_id = ${departmentId})`;

export interface ScreenedColumns {
  /** Null: screened before this was kept. */
  screening: unknown;
  campaign: number;
  helpline: Localised | null;
}

export const screenedColumns = (departmentId: string) => `m.screening, ${campaignIn(departmentId)} AS campaign,
    CASE WHEN ${IS_ALARM} THEN ${helplineOf(departmentId)} END AS helpline`;

export function screeningView({ screening, campaign, helpline }: ScreenedColumns): MessageScreening | null {
  if (!screening) return null;
  const { notes, isAlarm, policy } = screeningRecordSchema.parse(screening);
  return {
    notes,
    policy,
    campaign: campaign > 1 ? campaign : null,
    helpline: isAlarm ? (helpline ?? DEFAULT_SCREENING_POLICY.helpline) : null,
  };
}
