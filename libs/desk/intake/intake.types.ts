import type { IncomingMessage } from '#contracts/intake.http.js';

/** A checked message with its place: what the store needs, ids resolved. */
export interface ReceiveCommand {
  channelId: string;
  department: { id: string; referencePrefix: string };
  message: IncomingMessage;
  /** The citizen's time as intake takes it: the partner's, or ours where there is none or it runs ahead. */
  postedAt: Date;
  receivedAt: Date;
  /** SHA-256 of the private tracking link's token; null where the channel tells the citizen by itself. */
  trackingHash: Buffer | null;
  /** The request that brought it: shared commits mix several. */
  requestId: string | null;
}
