import { v5 as uuidv5 } from 'uuid';

const DEMO_NAMESPACE = 'd0f5a1de-9b0a-4c55-8f1e-0d6f6c2c6a11';

/** The same thing of the demo has the same id in every installation. */
export function demoId(kind: string, key: string): string {
  return uuidv5(`${kind}/${key}`, DEMO_NAMESPACE);
}
