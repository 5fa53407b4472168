CREATE INDEX IF NOT EXISTS tasks_of_contact ON tasks (account_id, contact_id, state, due_time, id)
