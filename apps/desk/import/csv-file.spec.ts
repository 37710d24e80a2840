import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { temporaryFolder } from '../../../test/support/temporary-folder.js';
import { CsvFile } from './csv-file.js';

const folder = temporaryFolder();

async function read(content: string | Buffer, encoding = 'utf-8') {
  const path = join(folder, 'some.csv');
  writeFileSync(path, content);
  const file = await CsvFile.open(path, encoding);
  const rows: [number, ...string[]][] = [];
  for await (const { line, cells } of file.rows()) rows.push([line, ...cells]);
  return { header: file.header, rows, brokenAtLine: file.brokenAtLine };
}

describe('a CSV file', () => {
  it('is read with BOM, CRLF, line breaks within quotes and blank lines, each row under its own line', async () => {
    const found = await read(
      '\ufeffid, body\r\n1,"two\r\nlines, and\ta tab"\r\n\r\n2,"a ""quote"""\r\n3,an "odd" one\r\n',
    );
    expect(found.header).toEqual(['id', 'body']);
    expect(found.rows).toEqual([
      [2, '1', 'two\r\nlines, and\ta tab'],
      [5, '2', 'a "quote"'],
      [6, '3', 'an "odd" one'],
    ]);
    expect(found.brokenAtLine).toBeNull();
  });

  it('is read in another encoding when that is named, and refused when it is not', async () => {
    const gb18030 = Buffer.concat([
      Buffer.from('id,body\n1,'),
      Buffer.from([0xc4, 0xe3, 0xba, 0xc3]),
      Buffer.from('\n'),
    ]);
    expect((await read(gb18030, 'gb18030')).rows).toEqual([[2, '1', '你好']]);
    await expect(read(gb18030)).rejects.toThrow('is not utf-8');
    await expect(read(gb18030, 'klingon')).rejects.toThrow('There is no encoding "klingon"');
  });

  it('says where a quote was opened and never closed, after the rows before it', async () => {
    const { rows, brokenAtLine } = await read('id,body\n1,good\n2,"never closed\n3,lost\n');
    expect(rows).toEqual([[2, '1', 'good']]);
    expect(brokenAtLine).toBe(3);
  });

  it('does not swallow a large file behind an open quote', async () => {
    const { rows, brokenAtLine } = await read(`id,body\n1,good\n2,"open\n${'3,lost\n'.repeat(1_000_000)}`);
    expect(rows).toEqual([[2, '1', 'good']]);
    expect(brokenAtLine).toBe(3);
  });

  it('needs a header', async () => {
    await expect(read('')).rejects.toThrow('is empty');
    await expect(CsvFile.open(join(folder, 'none.csv'), 'utf-8')).rejects.toThrow('There is no file');
    await expect(CsvFile.open(folder, 'utf-8')).rejects.toThrow('There is no file');
  });
});
