-- The words of `search_words`, each once, with the number of rows that have it.
CREATE TABLE IF NOT EXISTS search_vocabulary (
  account_id BIGINT NOT NULL,
  word VARBINARY(130) NOT NULL,
  uses BIGINT NOT NULL,
  PRIMARY KEY (account_id, word)
)
