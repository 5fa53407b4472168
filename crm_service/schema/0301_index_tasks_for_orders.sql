ALTER TABLE tasks
  ADD KEY IF NOT EXISTS tasks_by_create_time (account_id, create_time, id),
  ADD KEY IF NOT EXISTS tasks_by_assignee_in_order (account_id, assignee_user_id, id),
  LOCK=NONE
