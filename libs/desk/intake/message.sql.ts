const COLUMNS = `id, conversation_id, channel_id, external_id, citizen_id, author_name,
       title, body, body_digest, language, visibility, posted_at, received_at`;

/** Of the rows of `incoming`, the messages that their channel does not have yet. */
export const INSERT_INCOMING = `
    INSERT INTO message (${COLUMNS})
    SELECT message_id, conversation_id, channel_id, external_id, citizen_id, citizen_name,
       title, body, body_digest, language, visibility, posted_at, received_at
    FROM incoming ORDER BY channel_id, external_id
    ON CONFLICT (channel_id, external_id) DO NOTHING
    RETURNING id`;

/** One message, unless its channel has it already. */
export const INSERT_MESSAGE = `
    INSERT INTO message (${COLUMNS})
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
    ON CONFLICT (channel_id, external_id) DO NOTHING RETURNING id`;
