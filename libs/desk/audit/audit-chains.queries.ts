/** The chains there are, by skipping from one to the next. */
const CHAINS = `
  WITH RECURSIVE c AS (
    (SELECT chain_id FROM audit_link ORDER BY chain_id LIMIT 1)
    UNION ALL
    SELECT (SELECT l.chain_id FROM audit_link l WHERE l.chain_id > c.chain_id ORDER BY l.chain_id LIMIT 1) FROM c
    WHERE c.chain_id IS NOT NULL
  )`;

/** How far each has come: one statement, so one moment for all. */
export const ALL_HEADS = `${CHAINS}
  SELECT c.chain_id AS "chainId", l.seq::float8 AS seq, l.hash
  FROM c CROSS JOIN LATERAL (SELECT seq, hash FROM audit_link WHERE chain_id = c.chain_id ORDER BY seq DESC LIMIT 1) l
  ORDER BY c.chain_id`;

/** Also those that are known by their anchors only. */
export const KNOWN_CHAINS = `${CHAINS}
  SELECT chain_id AS id FROM c WHERE chain_id IS NOT NULL
  UNION SELECT chain_id FROM audit_anchor_chain ORDER BY id`;
