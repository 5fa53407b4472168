CREATE INDEX IF NOT EXISTS values_by_number ON indexed_values (account_id, index_id, number, resource_id)
