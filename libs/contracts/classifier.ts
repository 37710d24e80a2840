import { z } from 'zod';
import { CLASSIFIER_LABELS } from '#domain/moderation/phases/classifier.phase.js';

/**
 * The external classifier is sent `{messageId, title, body, language}` by POST. The signature is `sha256=` and the
 * HMAC-SHA256, in hex, of the timestamp (seconds), a full stop and the body as it was sent.
 */
export const TIMESTAMP_HEADER = 'x-answerable-timestamp';
export const SIGNATURE_HEADER = 'x-answerable-signature';

/** Places are UTF-16 units into title or body. */
export const classifierAnswerSchema = z.object({
  findings: z
    .array(
      z.object({
        label: z.enum(CLASSIFIER_LABELS),
        field: z.enum(['title', 'body']),
        start: z.int().min(0),
        end: z.int().min(0),
        score: z.number().min(0).max(1),
      }),
    )
    .max(200),
});
