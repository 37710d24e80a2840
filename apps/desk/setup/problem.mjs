/** What the person at the terminal can put right: one sentence, shown without a stack. */
export class SetupProblem extends Error {}

export function explainAndExit(error) {
  process.stderr.write(`\n${explain(error)}\n`);
  process.exit(1);
}

function explain(error) {
  if (error instanceof SetupProblem) return error.message;
  if (error?.code === 'ENOSPC') return diskFull();
  if (error?.code === 'EACCES' || error?.code === 'EPERM' || error?.code === 'EROFS') {
    return `This account may not write ${error.path ?? 'in this folder'}: run it as the owner of the folder.`;
  }
  return error?.stack ?? String(error);
}

export function diskFull() {
  return 'The disk is full (no space left on device): free about 2 GB and run the same command again.';
}
