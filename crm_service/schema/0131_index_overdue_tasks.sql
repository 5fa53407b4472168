-- Counted by assignee from the index alone.
CREATE INDEX IF NOT EXISTS tasks_overdue ON tasks (account_id, state, due_time, all_day, assignee_user_id)
