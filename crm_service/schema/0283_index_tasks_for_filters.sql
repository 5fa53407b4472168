CREATE INDEX IF NOT EXISTS tasks_by_due_time ON tasks (account_id, due_time, id)
