import type { DataSource } from 'typeorm';
import type { PublicAnchor } from '#contracts/audit.http.js';
import { auditChains } from '#desk/audit/anchor.queries.js';
import { DESK_CHAIN } from '#desk/audit/chain-hash.js';
import { type AnchorMisfit, firstAnchorMisfit } from '#desk/audit/verify-anchors.js';
import { type Break, firstBreak, unannouncedEvent } from '#desk/audit/verify-chain.js';
import { ByteProgress } from '../import/byte-progress.js';
import { say } from '../launcher/progress.js';

const WHAT: Record<Break['kind'], string> = {
  changed: 'has been changed, or what stood before it has been taken out',
  missing: 'is missing',
  inserted: 'has been inserted',
  reordered: 'does not stand where it stood: the order has been changed',
  rewritten: 'is not what stood here: the chain has been rewritten, at this link or before it',
  cut: 'is missing, with all that followed: the end of the chain has been cut off',
};

const WHAT_OF_ANCHOR: Record<AnchorMisfit['kind'], string> = {
  missing: 'is in the saved copy and not in the database any more',
  replaced: 'is not the one in the saved copy',
  unfounded: 'does not fit the chains that are kept with it: they have been changed',
};

export interface Audit {
  /** Null: all chains. */
  departmentId: string | null;
  /** A copy of the published anchors; null where there is none. */
  saved: readonly PublicAnchor[] | null;
  signal: AbortSignal;
}

/** Computes all hashes anew while the desk goes on. Answers the exit code: 1 where anything does not fit. */
export async function verifyAudit(dataSource: DataSource, { departmentId, saved, signal }: Audit): Promise<number> {
  const names = await namesOf(dataSource);
  const chains = (await auditChains(dataSource)).filter((id) => departmentId === null || id === departmentId);
  const progress = new ByteProgress(await linksThereAre(dataSource, departmentId));
  const broken: string[] = [];
  let looked = 0;
  const onLinks = (more: number) => {
    looked += more;
    progress.show(looked, `${looked.toLocaleString('en')} links`);
  };
  for (const id of chains) {
    const found = await firstBreak(dataSource, id, { signal, onLinks });
    if (found) broken.push(`${names.get(id) ?? id}: ${inWords(found)}`);
  }
  const misfit = await firstAnchorMisfit(dataSource, { saved: saved ?? [], signal });
  if (misfit) broken.push(`The anchor of ${misfit.day} ${WHAT_OF_ANCHOR[misfit.kind]}.`);
  const beside = signal.aborted ? null : await unannouncedEvent(dataSource, departmentId);
  if (beside) broken.push(`Beside all chains: ${inWords(beside)}`);
  progress.stop();
  for (const one of broken) say(one);
  const compared = saved ? `${saved.length} saved anchor(s) compared` : 'no saved anchors to compare with';
  say(
    `${looked.toLocaleString('en')} links looked at, ${chains.length} chain(s), ${compared}, ${broken.length} broken.`,
  );
  if (signal.aborted) {
    say('Stopped before the end.');
    return 130;
  }
  return broken.length > 0 ? 1 : 0;
}

function inWords({ kind, seq, eventId, day }: Break): string {
  const event = eventId && `event ${eventId}`;
  const link = seq !== null && `link ${seq}`;
  const shownBy = day === undefined ? '' : `, as the anchor of ${day} shows`;
  return `${[link, event].filter(Boolean).join(', ')} ${WHAT[kind]}${shownBy}.`;
}

async function namesOf(dataSource: DataSource): Promise<Map<string, string>> {
  const rows: { id: string; slug: string }[] = await dataSource.query('SELECT id, slug FROM department');
  return new Map([[DESK_CHAIN, 'the desk'], ...rows.map(({ id, slug }): [string, string] => [id, slug])]);
}

async function linksThereAre(dataSource: DataSource, chainId: string | null): Promise<number> {
  const [row]: { n: number }[] = await dataSource.query(
    'SELECT count(*)::int AS n FROM audit_link WHERE $1::uuid IS NULL OR chain_id = $1',
    [chainId],
  );
  return row?.n ?? 0;
}
