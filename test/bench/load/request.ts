export interface RequestOptions {
  headers?: Record<string, string>;
  body?: Buffer;
}

/** The bytes of one HTTP/1.1 request for a kept connection. */
export function requestBytes(line: string, { headers = {}, body }: RequestOptions = {}): Buffer {
  const all = { host: '127.0.0.1', ...headers, ...(body && { 'content-length': String(body.length) }) };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  const head = Buffer.from(`${line} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
  return body ? Buffer.concat([head, body]) : head;
}
