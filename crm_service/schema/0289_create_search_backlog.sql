-- What the search has yet to read anew: resources of a kind, all of them or those of a contact or a company (`source`,
-- see SearchBacklog), newest first. Those from `position` on are done.
CREATE TABLE IF NOT EXISTS search_backlog (
  account_id BIGINT NOT NULL,
  kind INT NOT NULL,
  source INT NOT NULL,
  source_id BIGINT NOT NULL,
  position BIGINT NOT NULL,
  PRIMARY KEY (account_id, kind, source, source_id),
  KEY search_backlog_by_source (source, account_id, kind)
)
