import { Transform } from 'node:stream';
import { OperatorProblem } from '../operator-problem.js';

type Part = Buffer | string | undefined;

/**
 * Passes a file on as UTF-8 and fails at the first byte that is not of its encoding, instead of storing `�`. What is UTF-8
 * goes on as it came: the parser reads bytes, and would have to encode the text again.
 */
export function textCheck(name: string, encoding: string): Transform {
  const decoder = decoderFor(encoding);
  const isUtf8 = decoder.encoding === 'utf-8';
  let bytes = 0;
  const passed = (chunk: Buffer | undefined): Part => {
    try {
      const text = decoder.decode(chunk, { stream: chunk !== undefined });
      return isUtf8 ? chunk : text;
    } catch {
      throw new OperatorProblem(
        `${name} is not ${encoding} (after about ${bytes.toLocaleString('en')} bytes): name its encoding, for example --encoding gb18030.`,
      );
    } finally {
      bytes += chunk?.length ?? 0;
    }
  };
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => settle(done, () => passed(chunk)),
    flush: (done) => settle(done, () => passed(undefined)),
  });
}

export function decoderFor(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    throw new OperatorProblem(`There is no encoding "${encoding}": name one such as utf-8 or gb18030.`);
  }
}

function settle(done: (error?: Error | null, part?: Part) => void, work: () => Part): void {
  try {
    done(null, work());
  } catch (error) {
    done(error as Error);
  }
}
