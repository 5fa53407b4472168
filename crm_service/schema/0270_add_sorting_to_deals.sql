-- `attachment`: a serialised voronka.crm.v1.Attachment.
ALTER TABLE deals
  ADD COLUMN IF NOT EXISTS sort_deadline BIGINT NULL,
  ADD COLUMN IF NOT EXISTS attachment MEDIUMBLOB NULL,
  LOCK=NONE
