-- Of each long word of the vocabulary itself, and what is left of it without one of its letters: typos.h.
CREATE TABLE IF NOT EXISTS search_spellings (
  account_id BIGINT NOT NULL,
  spelling VARBINARY(130) NOT NULL,
  word VARBINARY(130) NOT NULL,
  PRIMARY KEY (account_id, spelling, word)
)
