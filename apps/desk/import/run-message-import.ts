import { basename, extname } from 'node:path';
import type { DataSource } from 'typeorm';
import { ensureChannel } from '#desk/directory/ensure-channel.js';
import { VISIBILITIES, type Visibility } from '#domain/moderation/visibility.js';
import { say } from '../launcher/progress.js';
import { onStopRequest } from '../launcher/stop-request.js';
import { OperatorProblem } from '../operator-problem.js';
import { ByteProgress } from './byte-progress.js';
import { columnMap } from './column-map.js';
import { CsvFile } from './csv-file.js';
import { departmentNamed } from './department-named.js';
import { type ImportTally, importMessages } from './import-messages.js';
import { checkTimeZone } from './local-time.js';
import { RejectedRows } from './rejected-rows.js';
import { withDataSource } from './with-data-source.js';

export interface MessageImportRequest {
  path: string;
  channel: string;
  department: string;
  map: string;
  timeZone: string;
  visibility: string;
  encoding: string;
  rejectedPath: string | undefined;
}

/** The whole command: checks the request, imports, tells what came of it. Answers the exit code. */
export async function runMessageImport(request: MessageImportRequest): Promise<number> {
  const signal = onStopRequest(() => process.exit(130));
  const timeZone = checkTimeZone(request.timeZone);
  const visibility = visibilityNamed(request.visibility);
  const file = await CsvFile.open(request.path, request.encoding);
  const columns = columnMap(request.map, {
    header: file.header,
    needed: ['externalId', 'author', 'postedAt', 'body'],
  });
  return withDataSource(async (dataSource) => {
    const department = await departmentNamed(dataSource, request.department);
    const channelId = await channelFor(dataSource, request.channel);
    const now = new Date();
    const from = performance.now();
    const progress = new ByteProgress(file.size);
    const rejected = new RejectedRows(request.rejectedPath ?? rejectedPathFor(request.path), file.header);
    const job = {
      dataSource,
      file,
      rejected,
      signal,
      reading: { columns, width: file.header.length, timeZone, department: department.slug, now },
      target: { channelId, department, visibility, receivedAt: now },
      onProgress: (tally: ImportTally) => progress.show(file.bytesRead, inWords(tally)),
    };
    const tally = await importMessages(job).finally(() => {
      progress.stop();
      return rejected.close();
    });
    say(`${inWords(tally)}, in ${((performance.now() - from) / 1000).toFixed(1)} s.`);
    return conclude({ tally, file, rejected, isStopped: signal.aborted });
  });
}

function conclude(end: { tally: ImportTally; file: CsvFile; rejected: RejectedRows; isStopped: boolean }): number {
  const { tally, file, rejected, isStopped } = end;
  if (rejected.count > 0) {
    say(
      `Warning: ${counted(rejected.count)} not taken; they are in ${rejected.path} with the reasons. Correct them there and import that file.`,
    );
  }
  if (isStopped) {
    say('Stopped before the end. The same command again goes on from there: what is stored is passed over.');
    return 130;
  }
  if (file.brokenAtLine !== null) {
    say(
      `Nothing after line ${file.brokenAtLine} could be read: a quote that opens there is never closed. Correct it and run the same command again.`,
    );
    return 1;
  }
  if (tally.read === 0) say(`${file.name} has no rows below its header.`);
  return tally.imported + tally.alreadyThere > 0 ? 0 : 1;
}

async function channelFor(dataSource: DataSource, slug: string): Promise<string> {
  const { channel, isNew } = await ensureChannel(dataSource, { slug, kind: 'import', name: slug });
  if (isNew) say(`Channel "${slug}" was not there and has been made (kind: import).`);
  return channel.id;
}

function visibilityNamed(text: string): Visibility {
  const visibility = VISIBILITIES.find((one) => one === text);
  if (visibility) return visibility;
  throw new OperatorProblem(`--visibility is ${VISIBILITIES.join(', ')}; "${text}" is none of them.`);
}

const rejectedPathFor = (path: string) => `${basename(path, extname(path))}.rejected.csv`;

function inWords({ read, imported, alreadyThere, rejected }: ImportTally): string {
  const [a, b, c] = [imported, alreadyThere, rejected].map((n) => n.toLocaleString('en'));
  return `${counted(read)} read: ${a} imported, ${b} already there, ${c} rejected`;
}

const counted = (rows: number) => `${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'}`;
