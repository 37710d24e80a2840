import type { Tx } from '#database/transaction.js';
import { bandsOf, isAlike } from '#domain/moderation/likeness.js';
import { preparedIn } from '#platform/database/prepared.js';

/** Of those that share a band, so many of the oldest are compared: the first of a campaign is among them. */
const COMPARED = 3;
/** More people than this are told as this many when a message is screened; screens count all. */
const MOST_COUNTED = 5_000;

export interface Signed {
  id: string;
  citizenId: string;
  departmentId: string;
  body: string;
}

interface Placed extends Signed {
  bands: number[];
  campaignId: string;
}

/**
 * Puts each message to those of its department that say the same, the first of which gives the campaign its id, and
 * answers how many other citizens wrote so. A text that says nothing new in no campaign opens one of its own.
 */
export async function joinCampaigns(tx: Tx, messages: readonly Signed[]): Promise<ReadonlyMap<string, number>> {
  const long = messages.map((message) => ({ ...message, bands: bandsOf(message.body) })).filter(hasBands);
  if (long.length === 0) return new Map();
  const [, similar] = await Promise.all([takeTurns(tx, long), similarTo(tx, long)]);
  const placed = placeAll(long, similar);
  await write(tx, placed);
  const shared = placed.filter(({ id, campaignId }) => campaignId !== id);
  return shared.length === 0 ? new Map() : othersIn(tx, placed, shared);
}

const hasBands = ({ bands }: { bands: readonly number[] }) => bands.length > 0;

const TAKE_TURNS = {
  name: 'campaign-turns',
  text: `SELECT pg_advisory_xact_lock(21, band) FROM unnest($1::int[]) AS asked (band)`,
};

/** Two of the same, screened at the same moment, do not open a campaign each: who may say the same waits for the other. */
async function takeTurns(tx: Tx, messages: readonly { bands: readonly number[] }[]): Promise<void> {
  const bands = new Set(messages.flatMap((message) => message.bands));
  await preparedIn(tx, TAKE_TURNS, [[...bands].sort((one, other) => one - other)]);
}

interface Candidate {
  id: string;
  campaignId: string;
  body: string;
}

const SIMILAR = {
  name: 'campaign-candidates',
  text: `
  SELECT DISTINCT asked.message_id AS "askedId", known.message_id AS id, member.campaign_id AS "campaignId", first.body
  FROM unnest($1::uuid[], $2::uuid[], $3::int[]) AS asked (message_id, department_id, band)
  CROSS JOIN LATERAL (
    SELECT b.message_id FROM campaign_band b
    WHERE b.department_id = asked.department_id AND b.band = asked.band ORDER BY b.message_id LIMIT ${COMPARED}
  ) known
  JOIN campaign_member member ON member.message_id = known.message_id
  JOIN message first ON first.id = known.message_id
  WHERE known.message_id <> asked.message_id ORDER BY known.message_id`,
};

/** Earlier texts that may be the same, the oldest first. */
async function similarTo(
  tx: Tx,
  messages: readonly (Signed & { bands: number[] })[],
): Promise<Map<string, Candidate[]>> {
  const asked = messages.flatMap(({ id, departmentId, bands }) => bands.map((band) => ({ id, departmentId, band })));
  const rows = await preparedIn<Candidate & { askedId: string }>(tx, SIMILAR, [
    asked.map(({ id }) => id),
    asked.map(({ departmentId }) => departmentId),
    asked.map(({ band }) => band),
  ]);
  return Map.groupBy(rows, ({ askedId }) => askedId);
}

/** Messages of the same batch may be the same, too. */
function placeAll(
  messages: readonly (Signed & { bands: number[] })[],
  known: ReadonlyMap<string, Candidate[]>,
): Placed[] {
  const opened: Placed[] = [];
  return messages.map((message) => {
    const here = opened.filter(
      ({ departmentId, bands }) =>
        departmentId === message.departmentId && bands.some((band) => message.bands.includes(band)),
    );
    const same = [...(known.get(message.id) ?? []), ...here].find(({ body }) => isAlike(body, message.body));
    const placed = { ...message, campaignId: same?.campaignId ?? message.id };
    if (!same) opened.push(placed);
    return placed;
  });
}

const WRITE_MEMBERS = {
  name: 'write-campaign-members',
  text: `
  INSERT INTO campaign_member (message_id, campaign_id, department_id, citizen_id)
  SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[]) ON CONFLICT DO NOTHING`,
};

const WRITE_BANDS = {
  name: 'write-campaign-bands',
  text: `
  INSERT INTO campaign_band (department_id, band, message_id)
  SELECT * FROM unnest($1::uuid[], $2::int[], $3::uuid[]) ON CONFLICT DO NOTHING`,
};

/** Only the first text of a campaign is looked up by what it says. */
async function write(tx: Tx, placed: readonly Placed[]): Promise<void> {
  const first = placed
    .filter(({ id, campaignId }) => campaignId === id)
    .flatMap(({ id, departmentId, bands }) => bands.map((band) => ({ id, departmentId, band })));
  await Promise.all([
    preparedIn(tx, WRITE_MEMBERS, [
      placed.map(({ id }) => id),
      placed.map(({ campaignId }) => campaignId),
      placed.map(({ departmentId }) => departmentId),
      placed.map(({ citizenId }) => citizenId),
    ]),
    preparedIn(tx, WRITE_BANDS, [
      first.map(({ departmentId }) => departmentId),
      first.map(({ band }) => band),
      first.map(({ id }) => id),
    ]),
  ]);
}

const OTHERS = {
  name: 'campaign-others',
  text: `
  SELECT asked.id, (
    SELECT count(DISTINCT other.citizen_id)::int FROM (
      SELECT citizen_id FROM campaign_member WHERE campaign_id = asked.campaign_id LIMIT ${MOST_COUNTED}
    ) other WHERE other.citizen_id <> asked.citizen_id
  ) AS others
  FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS asked (id, campaign_id, citizen_id)`,
};

async function othersIn(tx: Tx, placed: readonly Placed[], shared: readonly Placed[]): Promise<Map<string, number>> {
  const campaigns = new Set(shared.map(({ campaignId }) => campaignId));
  const asked = placed.filter(({ campaignId }) => campaigns.has(campaignId));
  const rows = await preparedIn<{ id: string; others: number }>(tx, OTHERS, [
    asked.map(({ id }) => id),
    asked.map(({ campaignId }) => campaignId),
    asked.map(({ citizenId }) => citizenId),
  ]);
  return new Map(rows.map(({ id, others }) => [id, others]));
}
