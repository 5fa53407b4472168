-- Whose login it is, for all accounts of the installation. The login is a LoginKey, which may be three times as long
-- as what it was made of.
CREATE TABLE IF NOT EXISTS logins (
  login VARCHAR(762) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  account_id BIGINT NOT NULL,
  user_id BIGINT NOT NULL,
  PRIMARY KEY (login)
)
