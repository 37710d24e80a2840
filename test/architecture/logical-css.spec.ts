import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

/** Sides of the screen where the sides of the text are meant: wrong as soon as the console is read from right to left. */
const PHYSICAL_CSS: readonly RegExp[] = [
  /(?:^|[\s;{])(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)\b/,
  /(?:^|[\s;{])(?:left|right)\s*:/,
  /border-(?:top|bottom)-(?:left|right)-radius/,
  /(?:text-align|float|clear|caption-side)\s*:\s*(?:left|right)\b/,
  /translateX\(|box-shadow\s*:[^;]*inset\s+-?[1-9]/,
  /(?:^|[\s;{])(?:width|height)\s*:\s*100vw/,
];
const FOUR_SIDES = /(?:^|[\s;{])(?:margin|padding|inset|border-width)\s*:\s*(\S+)\s+(\S+)\s+(\S+)\s+([^\s;]+)\s*;/;

/** The same in style objects and in the short props of Mantine. */
const PHYSICAL_JSX: readonly RegExp[] = [
  /\b(?:margin|padding|border)(?:Left|Right)\b/,
  /\s(?:ml|mr|pl|pr)=[{"]/,
  /\bta="(?:left|right)"/,
  /\btextAlign: '(?:left|right)'/,
];

describe('the look of the console', () => {
  it('knows starts and ends of lines, no left and right', () => {
    expect(filesOf('.css').length).toBeGreaterThan(10);
    expect(findings('.css', physicalCss)).toEqual([]);
    expect(findings('.tsx', (line) => PHYSICAL_JSX.some((pattern) => pattern.test(line)))).toEqual([]);
  });

  it('would notice', () => {
    for (const line of ['  margin-left: 1px;', '  left: 50%;', '  padding: 0 0 0 1rem;', '  text-align: right;']) {
      expect(physicalCss(line)).toBe(true);
    }
    for (const line of [
      '  padding: 0 1rem 2rem 1rem;',
      '  margin-inline-start: 1rem;',
      '  border-start-start-radius: 0;',
    ]) {
      expect(physicalCss(line)).toBe(false);
    }
  });

  it('moves nothing for those who asked for less motion, and scales with the text', () => {
    const sheets = filesOf('.css').map((file) => readFileSync(file, 'utf8'));
    expect(sheets.some((sheet) => sheet.includes('prefers-reduced-motion: reduce'))).toBe(true);
    const inPixels = findings('.css', (line) => /(?:font-size|line-height)\s*:\s*[\d.]+px/.test(line));
    expect(inPixels).toEqual([]);
  });
});

function physicalCss(line: string): boolean {
  const [, , right, , left] = FOUR_SIDES.exec(line) ?? [];
  return right !== left || PHYSICAL_CSS.some((pattern) => pattern.test(line));
}

function findings(ending: string, isWrong: (line: string) => boolean): string[] {
  return filesOf(ending).flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, index) => (isWrong(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [])),
  );
}

function filesOf(ending: string): string[] {
  const all = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'apps/console'], {
    encoding: 'utf8',
  });
  const deleted = new Set(
    execFileSync('git', ['ls-files', '--deleted', 'apps/console'], { encoding: 'utf8' }).split('\n'),
  );
  return all.split('\n').filter((file) => file.endsWith(ending) && !deleted.has(file));
}
