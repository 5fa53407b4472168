-- A deal that nobody has named has no name: whoever shows it says its number, in the language of the reader.
UPDATE deals SET name = '' WHERE name = CONCAT('Сделка #', id);
