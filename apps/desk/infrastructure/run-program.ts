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

const LAST_OUTPUT_MS = 2_000;

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
    child.on('close', (code) => done({ code, output }));
    // A server that it leaves behind may hold the pipes open (Windows): what it printed itself has arrived by then.
    child.on('exit', (code) => setTimeout(() => done({ code, output }), LAST_OUTPUT_MS).unref());
  });
}
