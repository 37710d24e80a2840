import { createHash } from 'node:crypto';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** A file whose name changes with its content: caches may keep it for ever. */
export interface Asset {
  path: string;
  type: string;
  body: Buffer;
  brotli: Buffer;
  gzip: Buffer;
}

export function assetOf(name: string, extension: string, type: string, content: string): Asset {
  const body = Buffer.from(content, 'utf8');
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 16);
  return {
    path: `/assets/${name}-${hash}.${extension}`,
    type,
    body,
    brotli: brotliCompressSync(body),
    gzip: gzipSync(body),
  };
}
