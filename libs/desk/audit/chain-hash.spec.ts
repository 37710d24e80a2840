import { describe, expect, it } from '@jest/globals';
import { genesisOf, linkHash } from './chain-hash.js';
import { merkleRoot } from './merkle-root.js';

/** Worked out by a program that shares nothing with ours: whoever checks a copy must come to these. */
const CHAIN = '01900000-0000-7000-8000-00000000000a';
const EVENT = {
  ...{ id: '01900000-0000-7000-8000-000000000001', type: 'message.received', version: 1 },
  ...{ conversationId: '01900000-0000-7000-8000-000000000002', departmentId: CHAIN, letterId: null },
  ...{ actorKind: 'citizen', actorId: null, requestId: null, atMicros: '1795000000123456' },
  payload: { b: '二', a: [1, null] },
};

describe('the hash of a link', () => {
  it('is this one for ever', () => {
    expect(genesisOf(CHAIN).toString('hex')).toBe('ddd3265a53da9e4ee51af5f35cbaf047bc179d8a7ece75ba3dcdad9957dfd415');
    expect(linkHash(genesisOf(CHAIN), EVENT).toString('hex')).toBe(
      'eb9fa9a537fed1824f825ddbdc44202c06d360d8fe4366dc52c28212eade0835',
    );
  });
});

describe('the root over the chains', () => {
  const head = (n: number) => ({
    chainId: `01900000-0000-7000-8000-00000000000${n}`,
    seq: n * 1_000_000_000_000,
    hash: Buffer.alloc(32, n),
  });

  it.each([
    [0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    [1, '80b184ee7a1af622b80536f7401a1ce93b8de7093435fa8366bbf0cd47be1839'],
    [2, '9a4d967c2cb930beb1c63f99e4bd6d4114daf937c59cc69bedfcc04c52c58f2b'],
    [3, '03e7bf366e1125e69f1afab0be0a6c2fade9bf44a209e36fa2ae1079b0001d4b'],
    [7, '37ca0c8f306d04216d828290499025c675f1f807b8d6b0915b21249308ba0105'],
  ])('of %i is this one for ever, in whatever order they come', (count, root) => {
    const heads = Array.from({ length: count }, (_, index) => head(index + 1));
    expect(merkleRoot(heads).toString('hex')).toBe(root);
    expect(merkleRoot(heads.reverse()).toString('hex')).toBe(root);
  });
});
