UPDATE indexed_values SET number = CAST(value AS DECIMAL(21, 6))
WHERE number IS NULL AND value REGEXP '^(-|)[0-9]{1,15}([.][0-9]{1,6}|)$' AND {portion of indexed_values}
