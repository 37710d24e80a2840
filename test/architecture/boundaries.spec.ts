import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from '@jest/globals';

/** The law on imports (architecture.md). Changing it is a commit of its own with a reason. */
const LIBS: Record<string, readonly string[]> = {
  domain: [],
  contracts: ['domain'],
  database: ['domain'],
  platform: ['domain', 'contracts', 'database'],
  desk: ['domain', 'contracts', 'database', 'platform'],
};

const APPS: Record<string, readonly string[]> = {
  api: ['domain', 'contracts', 'platform', 'desk'],
  worker: ['domain', 'contracts', 'platform', 'desk'],
  site: ['domain', 'contracts', 'platform', 'desk'],
  console: ['domain', 'contracts'],
  desk: ['domain', 'contracts', 'database', 'platform', 'desk'],
};

/** Console layers: each may import from itself and what stands behind it. */
const CONSOLE_LAYERS = ['app', 'features', 'ui', 'lib'];

interface Import {
  file: string;
  target: string;
}

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'apps', 'libs'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /\.tsx?$/.test(file) && !/\.spec\.tsx?$/.test(file) && !file.endsWith('.d.ts'));

const imports = files.flatMap(importsOf);

describe('imports', () => {
  it('finds something to judge', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(imports.length).toBeGreaterThan(500);
  });

  it('lets libs know only what stands below them', () => {
    expect(broken(inLib, (lib, target) => lib === target || (LIBS[lib] ?? []).includes(target))).toEqual([]);
  });

  it('lets apps use what architecture.md allows them, and no other app but by the command line', () => {
    const allowed = (app: string, target: string) => (APPS[app] ?? []).includes(target);
    expect(broken(inApp, allowed)).toEqual([]);
    const across = imports.filter(({ file, target }) => {
      const from = /^apps\/([a-z]+)\//.exec(file)?.[1];
      const to = /^apps\/([a-z]+)\//.exec(target)?.[1];
      return from && to && from !== to && from !== 'desk';
    });
    expect(across).toEqual([]);
  });

  it('keeps the domain pure: no package, no Node, no clock', () => {
    const domain = files.filter((file) => file.startsWith('libs/domain/'));
    const outside = imports.filter(
      ({ file, target }) => file.startsWith('libs/domain/') && !target.startsWith('libs/domain/'),
    );
    expect(outside).toEqual([]);
    const clocks = domain.filter((file) =>
      /Date\.now\(|new Date\(\)|Math\.random\(|process\./.test(readFileSync(file, 'utf8')),
    );
    expect(clocks).toEqual([]);
  });

  it('keeps features of the desk apart: what must follow elsewhere follows by event', () => {
    const across = imports.filter(({ file, target }) => {
      const [from, to] = [featureOf(file), featureOf(target)];
      return from && to && from !== to && to !== 'conversations';
    });
    expect(across).toEqual([]);
  });

  it('lets the console point one way: app, features, ui, lib', () => {
    const layerOf = (path: string) => CONSOLE_LAYERS.indexOf(/^apps\/console\/([a-z]+)\//.exec(path)?.[1] ?? '');
    const backwards = imports.filter(({ file, target }) => {
      const [from, to] = [layerOf(file), layerOf(target)];
      return from >= 0 && to >= 0 && to < from;
    });
    expect(backwards).toEqual([]);
    const consoleFeature = (path: string) => /^apps\/console\/features\/([^/]+)\//.exec(path)?.[1];
    const sideways = imports.filter(({ file, target }) => {
      const [from, to] = [consoleFeature(file), consoleFeature(target)];
      return from && to && from !== to;
    });
    expect(sideways).toEqual([]);
  });

  it('has no barrels', () => {
    expect(files.filter((file) => /\/index\.tsx?$/.test(file))).toEqual([]);
  });

  it('opens transactions and speaks SQL nowhere but behind the use cases', () => {
    const outside = files.filter((file) => /^apps\/(api|worker|site|console)\//.test(file));
    const speaking = outside.filter((file) => /from 'typeorm'|from 'pg'/.test(readFileSync(file, 'utf8')));
    expect(speaking).toEqual([]);
  });
});

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const specifiers = [...text.matchAll(/(?<![\w'.])(?:from|import)\s*\(?\s*'([^'\n]+)'/g)].map(
    (match) => match[1] ?? '',
  );
  return specifiers.map((specifier) => ({ file, target: targetOf(file, specifier) }));
}

function targetOf(file: string, specifier: string): string {
  if (specifier.startsWith('#')) return `libs/${specifier.slice(1)}`;
  return specifier.startsWith('.') ? normalize(join(dirname(file), specifier)) : specifier;
}

function inLib(path: string): string | undefined {
  return /^libs\/([a-z]+)\//.exec(path)?.[1];
}

function inApp(path: string): string | undefined {
  return /^apps\/([a-z]+)\//.exec(path)?.[1];
}

/** Imports of libs that the rule does not allow, from where `partOf` finds a part. */
function broken(
  partOf: (path: string) => string | undefined,
  isAllowed: (part: string, lib: string) => boolean,
): Import[] {
  return imports.filter(({ file, target }) => {
    const [part, lib] = [partOf(file), inLib(target)];
    return part !== undefined && lib !== undefined && !isAllowed(part, lib);
  });
}

function featureOf(path: string): string | undefined {
  return /^libs\/desk\/([a-z]+)\//.exec(path)?.[1];
}
