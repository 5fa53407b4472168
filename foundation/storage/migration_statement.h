#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace voronka::storage {

// The statement of a migration, as far as it matters who waits for it.
struct MigrationStatement {
  enum class Kind {
    kTable,     // creates or drops a whole table
    kShape,     // changes a table that is in use: ALTER TABLE, CREATE INDEX
    kRows,      // changes rows in one transaction
    kPortions,  // changes rows in many: it says `{portion of TABLE}` among its conditions
  };

  Kind kind;
  // Without comments before it and without a semicolon after it.
  std::string sql;
  // Whose writers might wait.
  std::string table;
  // kPortions: whose rows it goes through, in the order of the primary key. Another one than `table` for
  // INSERT … SELECT.
  std::string walked;
};

// Throws std::runtime_error for a statement of any other kind: nobody knows who would wait for it.
MigrationStatement ParseMigration(std::string_view name, std::string_view sql);

// What `{portion of TABLE}` of a statement stands for is replaced by `condition`.
std::string WithPortion(const MigrationStatement& statement, std::string_view condition);

// `clauses`, such as LOCK=NONE, added to a statement of kind kShape.
std::string WithClauses(const MigrationStatement& statement, std::initializer_list<std::string_view> clauses);

}  // namespace voronka::storage
