import { createHash } from 'node:crypto';
import type { ChainHead } from './link-events.js';

/**
 * The Merkle tree hash of RFC 6962 (2.1) with SHA-256 over the heads, in the order of the bytes of their chains. A leaf is 56
 * bytes: the 16 of the chain's id, `seq` as 8 with the greatest first, the 32 of the hash. Never changed.
 */
export function merkleRoot(heads: readonly ChainHead[]): Buffer {
  const leaves = heads.map(leafOf).sort(Buffer.compare);
  return treeHash(leaves);
}

function leafOf({ chainId, seq, hash }: ChainHead): Buffer {
  const place = Buffer.alloc(8);
  place.writeBigUInt64BE(BigInt(seq));
  return Buffer.concat([Buffer.from(chainId.replaceAll('-', ''), 'hex'), place, hash]);
}

function treeHash(leaves: readonly Buffer[]): Buffer {
  const [first] = leaves;
  if (!first) return sha256();
  if (leaves.length === 1) return sha256(Buffer.of(0), first);
  const left = 2 ** Math.floor(Math.log2(leaves.length - 1));
  return sha256(Buffer.of(1), treeHash(leaves.slice(0, left)), treeHash(leaves.slice(left)));
}

function sha256(...parts: Buffer[]): Buffer {
  return createHash('sha256').update(Buffer.concat(parts)).digest();
}
