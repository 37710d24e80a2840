import { isIPv6 } from 'node:net';
import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Forms from one address; whole households and offices share one. Counted by each process for itself. */
export const SENDING_LIMIT = { forms: 20, seconds: 10 * 60 };

@Injectable()
export class SendingLimit {
  private readonly limiter = new RateLimiterMemory({ points: SENDING_LIMIT.forms, duration: SENDING_LIMIT.seconds });

  /** Null when the form may be sent; otherwise the seconds until the next one may. */
  async secondsToWait(address: string): Promise<number | null> {
    try {
      await this.limiter.consume(networkOf(address));
      return null;
    } catch (refused) {
      if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1_000));
      throw refused;
    }
  }
}

/** One IPv6 subscriber has at least 2^64 addresses. */
export function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address;
  const [head = '', tail = ''] = address.split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail.split(':').filter(Boolean);
  const groups = [...before, ...Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0'), ...after];
  return groups.slice(0, 4).join(':');
}
