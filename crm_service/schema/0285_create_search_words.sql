-- Which deals, contacts, companies and tasks (SearchResult.Kind) have a word, in the form that word_cutting.h and
-- phone_words.h give it. Written by the follower of the event log (SearchFollower) alone.
CREATE TABLE IF NOT EXISTS search_words (
  account_id BIGINT NOT NULL,
  word VARBINARY(130) NOT NULL,
  kind INT NOT NULL,
  id BIGINT NOT NULL,
  PRIMARY KEY (account_id, word, kind, id),
  KEY words_of_resource (account_id, kind, id, word)
)
