import { spawn } from 'node:child_process';

export interface Account {
  uid: number;
  gid: number;
}

export interface ProgramResult {
  /** null when the program could not be started or was ended by a signal. */
  code: number | null;
  output: string;
}

/** Runs a program to its end, as another account where one is given. Never throws. */
export function runProgram(program: string, args: string[], account?: Account): Promise<ProgramResult> {
  return new Promise((done) => {
    // From the root folder: the account may not be allowed into ours.
    const child = spawn(program, args, {
      cwd: '/',
      env: { ...process.env, LC_ALL: 'C', LANG: 'C' },
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      ...account,
    });
    let output = '';
    const keep = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => done({ code: null, output: error.message }));
    // Not 'close': a server that it leaves behind keeps the pipes open.
    child.on('exit', (code) => setImmediate(() => done({ code, output })));
  });
}
