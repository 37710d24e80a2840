import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Refusal } from '#domain/refusal.js';

const PER_ACCOUNT = { points: 10, duration: 15 * 60 };
const PER_ADDRESS = { points: 100, duration: 15 * 60 };

/**
 * Slows guessing down: in a quarter of an hour and process ten tries per account and address, so that nobody can lock
 * an officer out from elsewhere, and a hundred per address.
 */
@Injectable()
export class SignInLimit {
  private readonly accounts = new RateLimiterMemory(PER_ACCOUNT);
  private readonly addresses = new RateLimiterMemory(PER_ADDRESS);

  async assertMayTry({ email, address }: { email: string; address: string }): Promise<void> {
    try {
      await this.addresses.consume(address);
      await this.accounts.consume(`${email} ${address}`);
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      const minutes = Math.max(1, Math.ceil(error.msBeforeNext / 60_000));
      throw new Refusal('too-many-requests', { detail: `Too many tries. Try again in ${minutes} min.` });
    }
  }

  async forget({ email, address }: { email: string; address: string }): Promise<void> {
    await this.accounts.delete(`${email} ${address}`);
  }
}
