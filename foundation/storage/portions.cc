#include "foundation/storage/portions.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <stdexcept>
#include <thread>
#include <vector>

#include "foundation/storage/errors.h"

namespace voronka::storage {
namespace {

using std::chrono::duration;
using std::chrono::steady_clock;

constexpr double kPortionSeconds = 0.2;
constexpr const char* kLimitSeconds = "0.5";
constexpr int64_t kFirstRows = 1'000;
constexpr int64_t kMaxRows = 100'000;
// Others get the disk and the processor for a third of the time at least.
constexpr double kPauseShare = 0.5;
constexpr std::chrono::milliseconds kAfterConflict{200};

// The values of the primary key's columns.
using Key = std::vector<Value>;

// A condition with its parameters.
struct Condition {
  std::string sql;
  std::vector<Value> parameters;
};

class Portions {
 public:
  Portions(Connection& db, const MigrationStatement& statement, MigrationReport& report)
      : db_(db), statement_(statement), report_(report), columns_(KeyColumns()) {}

  void Run() {
    while (!is_done_) {
      const auto start = steady_clock::now();
      if (!TryPortion()) continue;
      const duration<double> took = steady_clock::now() - start;
      Adapt(took.count());
      report_.GoesOn(done_);
      std::this_thread::sleep_for(took * kPauseShare);
    }
  }

 private:
  // Qualified, as the statement may have more tables.
  std::vector<std::string> KeyColumns() {
    std::vector<std::string> columns;
    for (const Row& row : db_.Query("SELECT column_name FROM information_schema.statistics WHERE table_schema = "
                                    "DATABASE() AND table_name = ? AND index_name = 'PRIMARY' ORDER BY seq_in_index",
                                    statement_.walked)) {
      columns.push_back(fmt::format("{}.{}", statement_.walked, row.Text(0)));
    }
    if (columns.empty()) throw std::runtime_error(fmt::format("{} has no primary key", statement_.walked));
    return columns;
  }

  // (a, b) > (x, y), in the form whose ranges the optimizer sees: a > x OR (a = x AND (b > y)).
  void Compare(Condition& condition, std::string_view sign, const Key& key, size_t column = 0) const {
    const bool is_last = column + 1 == columns_.size();
    const std::string& name = columns_[column];
    condition.sql += fmt::format("{} {}{} ?", name, sign, is_last && sign == "<" ? "=" : "");
    condition.parameters.push_back(key[column]);
    if (is_last) return;
    condition.sql += fmt::format(" OR ({} = ? AND (", name);
    condition.parameters.push_back(key[column]);
    Compare(condition, sign, key, column + 1);
    condition.sql += "))";
  }

  Condition Between(const std::optional<Key>& after, const std::optional<Key>& end) const {
    Condition condition;
    if (after) Compare(condition, ">", *after);
    if (after && end) condition.sql = fmt::format("({}) AND (", condition.sql);
    if (end) Compare(condition, "<", *end);
    if (after && end) condition.sql += ")";
    if (!after && !end) condition.sql = "TRUE";
    return condition;
  }

  // Nothing: the portion is the last one.
  std::optional<Key> EndOfPortion() {
    const std::string columns = fmt::format("{}", fmt::join(columns_, ", "));
    Condition rest = Between(after_, std::nullopt);
    rest.parameters.emplace_back(rows_ - 1);
    const auto found = db_.QueryWith(fmt::format("SELECT {0} FROM {1} WHERE {2} ORDER BY {0} LIMIT 1 OFFSET ?", columns,
                                                 statement_.walked, rest.sql),
                                     rest.parameters);
    if (found.empty()) return std::nullopt;
    Key key;
    for (size_t i = 0; i < columns_.size(); ++i) key.push_back(found.front()[static_cast<int>(i)]);
    return key;
  }

  // Nothing has changed if it returns false: others held the rows, or there were too many for the time.
  bool TryPortion() {
    try {
      const std::optional<Key> end = EndOfPortion();
      const Condition portion = Between(after_, end);
      db_.ExecuteWith(WithPortion(statement_, portion.sql), portion.parameters);
      after_ = end;
      is_done_ = !end;
      done_ += rows_;
      return true;
    } catch (const DatabaseError& error) {
      if (!MayTryAgain(error)) throw;
      if (rows_ == 1) report_.Waits(error.what());
      rows_ = std::max<int64_t>(1, rows_ / 4);
      std::this_thread::sleep_for(kAfterConflict);
      return false;
    }
  }

  static bool MayTryAgain(const DatabaseError& error) {
    constexpr int kStatementTimeout = 1969;
    return error.code() == kStatementTimeout || dynamic_cast<const Retryable*>(&error) != nullptr;
  }

  void Adapt(double seconds) {
    const double factor = std::clamp(kPortionSeconds / std::max(seconds, 0.001), 0.5, 2.0);
    rows_ = std::clamp<int64_t>(static_cast<int64_t>(static_cast<double>(rows_) * factor), 1, kMaxRows);
  }

  Connection& db_;
  const MigrationStatement& statement_;
  MigrationReport& report_;
  const std::vector<std::string> columns_;
  // The last row that is done; nothing at the beginning.
  std::optional<Key> after_;
  bool is_done_ = false;
  int64_t rows_ = kFirstRows;
  int64_t done_ = 0;
};

}  // namespace

void ChangeInPortions(Connection& db, const MigrationStatement& statement, MigrationReport& report) {
  // Also ends a portion that waits for a row while it holds others.
  db.ExecuteUnprepared(fmt::format("SET SESSION max_statement_time = {}", kLimitSeconds));
  Portions(db, statement, report).Run();
  db.ExecuteUnprepared("SET SESSION max_statement_time = 0");
}

}  // namespace voronka::storage
