-- For ending what is told of a task or a deal, in every user's inbox.
ALTER TABLE inbox
  ADD KEY IF NOT EXISTS inbox_by_task (account_id, task_id),
  ADD KEY IF NOT EXISTS inbox_by_deal (account_id, deal_id)
