/** A row that cannot be taken, with the reason for the person who has to correct it. */
export class RejectedRow extends Error {
  override name = 'RejectedRow';
}
