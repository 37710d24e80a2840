import { OperatorProblem } from '../operator-problem.js';

export const MESSAGE_FIELDS = [
  'externalId',
  'author',
  'authorName',
  'title',
  'postedAt',
  'body',
  'replyBody',
  'repliedAt',
] as const;
export type MessageField = (typeof MESSAGE_FIELDS)[number];

/** Where each field stands in a row. */
export type ColumnMap = Partial<Record<MessageField, number>>;

/** From `externalId=留言编号,body=留言详情` and the file's header. Throws `OperatorProblem` for what does not fit. */
export function columnMap(
  given: string,
  { header, needed }: { header: readonly string[]; needed: readonly MessageField[] },
): ColumnMap {
  const map: ColumnMap = {};
  for (const pair of given.split(',')) {
    const at = pair.indexOf('=');
    const field = fieldNamed(pair.slice(0, Math.max(at, 0)).trim(), pair);
    if (map[field] !== undefined) throw new OperatorProblem(`--map names ${field} twice.`);
    map[field] = columnNamed(pair.slice(at + 1).trim(), header);
  }
  const missing = needed.filter((field) => map[field] === undefined);
  if (missing.length === 0) return map;
  throw new OperatorProblem(`--map has to say which column holds ${missing.join(', ')}. ${columnsIn(header)}`);
}

function fieldNamed(name: string, pair: string): MessageField {
  const field = MESSAGE_FIELDS.find((known) => known === name);
  if (field) return field;
  throw new OperatorProblem(
    `--map is a list of field=column with the fields ${MESSAGE_FIELDS.join(', ')}; "${pair}" is none.`,
  );
}

function columnNamed(name: string, header: readonly string[]): number {
  const index = header.indexOf(name);
  if (index === -1) throw new OperatorProblem(`The file has no column "${name}". ${columnsIn(header)}`);
  if (header.lastIndexOf(name) === index) return index;
  throw new OperatorProblem(`The file has two columns "${name}": rename one of them.`);
}

const columnsIn = (header: readonly string[]) => `Its columns are ${header.join(', ')}.`;
