-- A form is read and written as a whole: the definition is a serialised voronka.crm.v1.Form. Its key tells the account.
CREATE TABLE IF NOT EXISTS forms (
  account_id BIGINT NOT NULL,
  id BIGINT NOT NULL,
  form_key CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  definition MEDIUMBLOB NOT NULL,
  PRIMARY KEY (account_id, id),
  UNIQUE KEY forms_by_key (form_key)
)
