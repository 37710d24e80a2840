/** True when a browser's Origin is the host it talks to, or when no browser is involved. */
export function isSameOrigin(headers: { origin?: string | undefined; host?: string | undefined }): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
