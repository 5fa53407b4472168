#include "tests/bench/recording/general_log.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <stdexcept>
#include <utility>

namespace voronka::bench {
namespace {

using storage::Value;

constexpr int kAll = 1'000'000;
constexpr const char* kPrepare = "Prepare";
constexpr const char* kExecute = "Execute";
constexpr const char* kQuery = "Query";
// A blob that is sent before the statement that needs it.
constexpr const char* kLongData = "Long Data";

bool NamesAccount(const std::vector<Statement>& statements, int64_t account_id) {
  return std::ranges::any_of(statements, [account_id](const Statement& statement) {
    return std::ranges::find(statement.parameters, Value(account_id)) != statement.parameters.end();
  });
}

bool IsBinary(const Value& value) { return std::holds_alternative<storage::Bytes>(value.content()); }

// Binary values are sent either with their statement or, all of them, before it. The floor does it as the service does.
void SettleBinaries(Statement& statement, int sent_ahead) {
  const auto binaries = std::ranges::count_if(statement.parameters, IsBinary);
  if (binaries == sent_ahead) return;
  if (sent_ahead != 0) {
    throw std::runtime_error(
        fmt::format("{} of {} binary values were sent ahead of {}", sent_ahead, binaries, statement.sql));
  }
  for (auto& value : statement.parameters) {
    if (IsBinary(value)) value = Value(std::get<storage::Bytes>(value.content()).value);
  }
}

}  // namespace

GeneralLog::GeneralLog(const config::v1::Database& server) : db_(server) {
  db_.ExecuteUnprepared("SET GLOBAL log_output = 'TABLE'");
  db_.ExecuteUnprepared("SET GLOBAL general_log = 1");
}

GeneralLog::~GeneralLog() { db_.ExecuteUnprepared("SET GLOBAL general_log = 0"); }

std::vector<GeneralLog::Entry> GeneralLog::ReadOn() {
  std::vector<Entry> entries;
  for (const auto& row :
       db_.Query("SELECT thread_id, command_type, argument FROM mysql.general_log LIMIT ? OFFSET ?", kAll, read_)) {
    entries.push_back({static_cast<int64_t>(row.Unsigned(0)), row.Text(1), row.Text(2)});
    if (entries.back().command == kPrepare) prepared_.insert(entries.back().argument);
  }
  read_ += static_cast<int64_t>(entries.size());
  return entries;
}

Statement GeneralLog::Read(const Entry& entry) const {
  if (entry.command == kQuery) return {.sql = entry.argument, .prepared = false, .parameters = {}};
  for (const auto& sql : prepared_) {
    if (const auto parameters = Parameters(sql, entry.argument)) {
      return {.sql = sql, .prepared = true, .parameters = *parameters};
    }
  }
  throw std::runtime_error("nobody has prepared " + entry.argument);
}

std::vector<Statement> GeneralLog::StatementsOf(int64_t connection, const std::vector<Entry>& entries) const {
  std::vector<Statement> statements;
  int sent_ahead = 0;
  for (const auto& entry : entries) {
    if (entry.connection != connection) continue;
    if (entry.command == kLongData) ++sent_ahead;
    if (entry.command != kExecute && entry.command != kQuery) continue;
    statements.push_back(Read(entry));
    SettleBinaries(statements.back(), std::exchange(sent_ahead, 0));
  }
  return statements;
}

std::vector<Statement> GeneralLog::During(const std::function<void()>& call, int64_t account_id) {
  ReadOn();
  call();
  const auto entries = ReadOn();
  std::set<int64_t> connections;
  for (const auto& entry : entries) connections.insert(entry.connection);
  std::vector<std::vector<Statement>> parts;
  for (const int64_t connection : connections) {
    auto statements = StatementsOf(connection, entries);
    if (NamesAccount(statements, account_id)) parts.push_back(std::move(statements));
  }
  std::ranges::sort(parts, {}, &std::vector<Statement>::size);
  std::vector<Statement> all;
  for (auto& part : parts) std::ranges::move(part, std::back_inserter(all));
  return all;
}

}  // namespace voronka::bench
