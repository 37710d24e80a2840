SELECT id, title, body, author_name AS name, visibility, state FROM message WHERE id = ANY($1::uuid[])
UNION ALL SELECT id, NULL, concat_ws(E'\n', nullif(x.body, ''), x.holding_reason), NULL, NULL, NULL FROM reply x WHERE id = ANY($2::uuid[]) AND state = 'sent'
UNION ALL SELECT id, NULL, body, NULL, NULL, NULL FROM note WHERE id = ANY($3::uuid[]) AND deleted_at IS NULL
UNION ALL SELECT id, title, salutation || E'
' || body, NULL, NULL, NULL FROM letter WHERE id = ANY($4::uuid[]);
