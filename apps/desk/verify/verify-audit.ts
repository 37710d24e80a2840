import type { DataSource } from 'typeorm';
import { DESK_CHAIN } from '#desk/audit/chain-hash.js';
import { auditChains, type Break, firstBreak, unannouncedEvent } from '#desk/audit/verify-chain.js';
import { ByteProgress } from '../import/byte-progress.js';
import { say } from '../launcher/progress.js';

const WHAT: Record<Break['kind'], string> = {
  changed: 'has been changed, or what stood before it has been taken out',
  missing: 'is missing',
  inserted: 'has been inserted',
  reordered: 'does not stand where it stood: the order has been changed',
};

export interface Audit {
  /** Null: all chains. */
  departmentId: string | null;
  signal: AbortSignal;
}

/** Computes all hashes anew while the desk goes on. Answers the exit code: 1 where anything does not fit. */
export async function verifyAudit(dataSource: DataSource, { departmentId, signal }: Audit): Promise<number> {
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
  const beside = signal.aborted ? null : await unannouncedEvent(dataSource, departmentId);
  if (beside) broken.push(`Beside all chains: ${inWords(beside)}`);
  progress.stop();
  for (const one of broken) say(one);
  say(`${looked.toLocaleString('en')} links looked at, ${chains.length} chain(s), ${broken.length} broken.`);
  if (signal.aborted) {
    say('Stopped before the end.');
    return 130;
  }
  return broken.length > 0 ? 1 : 0;
}

function inWords({ kind, seq, eventId }: Break): string {
  const event = eventId && `event ${eventId}`;
  const link = seq !== null && `link ${seq}`;
  return `${[link, event].filter(Boolean).join(', ')} ${WHAT[kind]}.`;
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
