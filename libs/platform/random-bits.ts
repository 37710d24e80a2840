import { randomFillSync } from 'node:crypto';

const POOL = Buffer.alloc(4_096);
let used = POOL.length;

/** As unguessable as `randomBytes`, without its call into the system for every few bytes. At most 4,096. */
export function randomBits(bytes: number): Uint8Array {
  if (used + bytes > POOL.length) {
    randomFillSync(POOL);
    used = 0;
  }
  used += bytes;
  // A copy: the pool is filled again while the caller may still hold it.
  return Uint8Array.prototype.slice.call(POOL, used - bytes, used);
}
