import { Transform } from 'node:stream';
import { OperatorProblem } from '../operator-problem.js';

/** Passes a file on as UTF-8 and fails at the first byte that is not of its encoding, instead of storing `�`. */
export function textCheck(name: string, encoding: string): Transform {
  const decoder = decoderFor(encoding);
  let bytes = 0;
  const decode = (chunk: Buffer | undefined) => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      throw new OperatorProblem(
        `${name} is not ${encoding} (after about ${bytes.toLocaleString('en')} bytes): name its encoding, for example --encoding gb18030.`,
      );
    } finally {
      bytes += chunk?.length ?? 0;
    }
  };
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => settle(done, () => decode(chunk)),
    flush: (done) => settle(done, () => decode(undefined)),
  });
}

export function decoderFor(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    throw new OperatorProblem(`There is no encoding "${encoding}": name one such as utf-8 or gb18030.`);
  }
}

function settle(done: (error?: Error | null, text?: string) => void, work: () => string): void {
  try {
    done(null, work());
  } catch (error) {
    done(error as Error);
  }
}
