-- Grain: amendment of one programme without a date, so without a place in the chain.
SELECT document_id, title, status, coalesce(number, endorsed_number) AS number
FROM document
WHERE programme_id = $programme_id
  AND kind = 'amendment'
  AND coalesce(adopted_on, endorsed_on) IS NULL
ORDER BY document_id
