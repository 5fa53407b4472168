#include "foundation/storage/migration_statement.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <vector>

namespace voronka::storage {
namespace {

using Kind = MigrationStatement::Kind;

constexpr std::string_view kPortionOf = "{portion of ";

// Between the verb and the name of the table.
constexpr std::array<std::string_view, 8> kBeforeTable = {"TABLE", "IF",     "NOT",  "EXISTS",
                                                          "FROM",  "IGNORE", "INTO", "UNIQUE"};

std::string_view WithoutLeadingComments(std::string_view sql) {
  while (sql.starts_with("--") || sql.starts_with('\n') || sql.starts_with(' ')) {
    sql.remove_prefix(sql.starts_with("--") ? std::min(sql.find('\n'), sql.size()) : 1);
  }
  return sql;
}

std::string_view WithoutEnd(std::string_view sql) {
  const size_t last = sql.find_last_not_of(" \t\r\n;");
  return sql.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

std::vector<std::string_view> Words(std::string_view sql) {
  constexpr std::string_view kBetween = " \t\r\n(`";
  std::vector<std::string_view> words;
  for (size_t start = sql.find_first_not_of(kBetween); start != std::string_view::npos;) {
    const size_t end = std::min(sql.find_first_of(kBetween, start), sql.size());
    words.push_back(sql.substr(start, end - start));
    start = sql.find_first_not_of(kBetween, end);
  }
  return words;
}

bool IsOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

// `words` without the verb.
std::string_view TableIn(const std::vector<std::string_view>& words, bool is_index) {
  auto word = words.begin() + 1;
  if (is_index) {
    word = std::find(word, words.end(), "ON");
    if (word != words.end()) ++word;
  } else {
    word = std::find_if(word, words.end(), [](std::string_view each) {
      return std::ranges::find(kBeforeTable, each) == kBeforeTable.end();
    });
  }
  return word == words.end() ? std::string_view() : *word;
}

std::string_view WalkedTable(std::string_view sql) {
  const size_t start = sql.find(kPortionOf);
  if (start == std::string_view::npos) return {};
  const std::string_view rest = sql.substr(start + kPortionOf.size());
  return rest.substr(0, std::min(rest.find('}'), rest.size()));
}

Kind KindOf(std::string_view verb, bool is_index, bool is_table, std::string_view walked) {
  if (IsOneOf(verb, {"UPDATE", "DELETE", "INSERT", "REPLACE"})) return walked.empty() ? Kind::kRows : Kind::kPortions;
  if (is_index && verb == "CREATE") return Kind::kShape;
  if (is_index) throw std::runtime_error("DROP INDEX does not know LOCK=NONE: write ALTER TABLE … DROP INDEX");
  if (is_table && verb == "ALTER") return Kind::kShape;
  if (is_table && IsOneOf(verb, {"CREATE", "DROP"})) return Kind::kTable;
  throw std::runtime_error(
      "who waits for such a statement? foundation/storage/migration_statement.cc does not know it");
}

MigrationStatement Parse(std::string_view sql) {
  sql = WithoutEnd(WithoutLeadingComments(sql));
  const std::vector<std::string_view> words = Words(sql);
  const std::string_view verb = words.empty() ? "" : words[0];
  const std::string_view second = words.size() > 1 ? words[1] : "";
  const bool is_index = second == "INDEX" || (second == "UNIQUE" && words.size() > 2 && words[2] == "INDEX");
  const std::string_view walked = WalkedTable(sql);
  MigrationStatement statement{KindOf(verb, is_index, second == "TABLE", walked), std::string(sql),
                               std::string(TableIn(words, is_index)), std::string(walked)};
  if (statement.table.empty()) throw std::runtime_error("it names no table");
  return statement;
}

}  // namespace

MigrationStatement ParseMigration(std::string_view name, std::string_view sql) {
  try {
    return Parse(sql);
  } catch (const std::runtime_error& error) {
    throw std::runtime_error(fmt::format("migration {}: {}", name, error.what()));
  }
}

std::string WithPortion(const MigrationStatement& statement, std::string_view condition) {
  const size_t start = statement.sql.find(kPortionOf);
  const size_t end = statement.sql.find('}', start);
  return fmt::format("{}({}){}", statement.sql.substr(0, start), condition, statement.sql.substr(end + 1));
}

std::string WithClauses(const MigrationStatement& statement, std::initializer_list<std::string_view> clauses) {
  const bool is_alter = statement.sql.starts_with("ALTER");
  std::string sql = statement.sql;
  // On a line of its own, as the last one may end with a comment.
  for (const std::string_view clause : clauses) sql += fmt::format("\n{}{}", is_alter ? ", " : "", clause);
  return sql;
}

}  // namespace voronka::storage
