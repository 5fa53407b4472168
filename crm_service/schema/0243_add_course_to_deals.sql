-- `checklist_ticks`: a serialised voronka.crm.v1.ChecklistTicks; NULL: nothing is ticked.
ALTER TABLE deals
  ADD COLUMN IF NOT EXISTS amount_confirmed BOOLEAN NOT NULL DEFAULT FALSE,
  ADD COLUMN IF NOT EXISTS deadline BIGINT NULL,
  ADD COLUMN IF NOT EXISTS checklist_ticks MEDIUMBLOB NULL,
  ADD COLUMN IF NOT EXISTS source_deal_id BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN IF NOT EXISTS reopen_time BIGINT NULL,
  ADD COLUMN IF NOT EXISTS former_close_time BIGINT NULL
