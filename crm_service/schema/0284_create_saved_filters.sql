-- `filter`, `columns` and `sharing`: serialised messages; NULL: none.
CREATE TABLE IF NOT EXISTS saved_filters (
  account_id BIGINT NOT NULL,
  id BIGINT NOT NULL,
  name VARCHAR(100) NOT NULL,
  subject INT NOT NULL,
  filter MEDIUMBLOB NULL,
  order_by VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  columns MEDIUMBLOB NULL,
  sharing MEDIUMBLOB NULL,
  owner_user_id BIGINT NOT NULL,
  create_time BIGINT NOT NULL,
  etag BIGINT NOT NULL,
  PRIMARY KEY (account_id, id)
)
