#pragma once

#include "foundation/storage/connection.h"

namespace voronka::storage {

inline void CreateSamples(Connection& db) {
  db.ExecuteUnprepared(R"sql(
      CREATE TABLE samples (
        account_id BIGINT NOT NULL,
        id BIGINT NOT NULL,
        small INT NOT NULL,
        small_unsigned INT UNSIGNED NOT NULL,
        large_unsigned BIGINT UNSIGNED NOT NULL,
        ratio DOUBLE NOT NULL,
        share FLOAT NOT NULL,
        open BOOLEAN NOT NULL,
        colour INT NOT NULL,
        text VARCHAR(255) NOT NULL,
        `blob` LONGBLOB NOT NULL,
        maybe_number BIGINT,
        maybe_text VARCHAR(255),
        happened_at BIGINT,
        took BIGINT,
        price_minor BIGINT,
        price_currency CHAR(3) CHARACTER SET ascii COLLATE ascii_bin,
        address VARBINARY(1024),
        phone VARCHAR(255),
        user_id BIGINT,
        `order` BIGINT NOT NULL,
        addresses BLOB NOT NULL DEFAULT '',
        PRIMARY KEY (account_id, id)
      ))sql");
}

inline void CreateCounters(Connection& db) {
  db.ExecuteUnprepared("CREATE TABLE counters (id BIGINT NOT NULL PRIMARY KEY, total BIGINT NOT NULL)");
}

}  // namespace voronka::storage
