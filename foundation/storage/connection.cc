#include "foundation/storage/connection.h"

#include <cppconn/exception.h>
#include <fmt/format.h>

#include "foundation/storage/connector/session.h"
#include "foundation/storage/errors.h"
#include "foundation/storage/row_statements.h"

namespace voronka::storage {
namespace {

constexpr int kDeadlock = 1213;
constexpr size_t kRowsPerInsert = 64;

std::string Describe(const sql::SQLException& error, std::string_view sql) {
  return fmt::format("{} [{}] in: {}", error.what(), error.getErrorCode(), sql);
}

}  // namespace

Connection::Connection(const config::v1::Database& database, StatementLimit limit)
    : database_(std::make_unique<config::v1::Database>(database)), limit_(limit) {}

Connection::~Connection() = default;

Session& Connection::ConnectedSession() {
  if (!session_) session_ = std::make_unique<Session>(*database_, limit_);
  return *session_;
}

template <class Work>
auto Connection::Attempt(std::string_view sql, Work work) {
  if (transaction_ended_by_) std::rethrow_exception(transaction_ended_by_);
  try {
    return work(ConnectedSession());
  } catch (const sql::SQLException& error) {
    Fail(error.getErrorCode(), Describe(error, sql));
  }
}

void Connection::Fail(int code, const std::string& message) {
  try {
    ThrowDatabaseError(code, message);
  } catch (const ConnectionLost&) {
    session_.reset();
    if (in_transaction_) transaction_ended_by_ = std::current_exception();
    throw;
  } catch (const Retryable&) {
    if (in_transaction_ && code == kDeadlock) transaction_ended_by_ = std::current_exception();
    throw;
  }
}

Result Connection::Fetch(std::string_view sql, std::span<const Value> parameters) {
  const auto fetch = [&](Session& session) { return session.Fetch(sql, parameters); };
  try {
    return Attempt(sql, fetch);
  } catch (const ConnectionLost&) {
    // Servers close connections that have been idle for long; reading again does no harm.
    if (in_transaction_) throw;
    return Attempt(sql, fetch);
  }
}

int64_t Connection::Change(std::string_view sql, std::span<const Value> parameters) {
  if (reading_only_) throw std::logic_error(fmt::format("only reading is allowed here: {}", sql));
  const int64_t changed = Attempt(sql, [&](Session& session) { return session.Change(sql, parameters); });
  has_changed_ |= changed > 0;
  return changed;
}

void Connection::ExecuteUnprepared(std::string_view sql) {
  Attempt(sql, [&](Session& session) { session.ExecuteUnprepared(sql); });
}

void Connection::Insert(std::string_view table, Keys keys, const google::protobuf::Message& row) {
  InsertMany(table, keys, std::vector{&row});
}

void Connection::InsertMany(std::string_view table, Keys keys,
                            const std::vector<const google::protobuf::Message*>& rows) {
  std::span<const google::protobuf::Message* const> rest = rows;
  while (!rest.empty()) {
    const auto chunk = rest.first(std::min(rest.size(), kRowsPerInsert));
    const Statement insert = InsertStatement(table, keys, chunk);
    Change(insert.sql, insert.parameters);
    rest = rest.subspan(chunk.size());
  }
}

int64_t Connection::InsertNew(std::string_view table, std::span<const std::string_view> keys,
                              std::span<const KeyedRow> rows) {
  int64_t inserted = 0;
  while (!rows.empty()) {
    const auto chunk = rows.first(std::min(rows.size(), kRowsPerInsert));
    const Statement insert = InsertNewStatement(table, keys, chunk);
    inserted += Change(insert.sql, insert.parameters);
    rows = rows.subspan(chunk.size());
  }
  return inserted;
}

int64_t Connection::UpdateRow(std::string_view table, const google::protobuf::Message& row, std::string_view where,
                              std::span<const Value> parameters) {
  const Statement update = UpdateStatement(table, row, where, parameters);
  return Change(update.sql, update.parameters);
}

Micros Connection::Now() { return Query("SELECT TIMESTAMPDIFF(MICROSECOND, '1970-01-01', NOW(6))").at(0).Int(0); }

void Connection::Begin() {
  if (in_transaction_) throw std::logic_error("a transaction is open on this connection");
  ExecuteUnprepared("START TRANSACTION");
  in_transaction_ = true;
  has_changed_ = false;
}

void Connection::Commit() {
  if (!in_transaction_) throw std::logic_error("no transaction is open on this connection");
  if (transaction_ended_by_) std::rethrow_exception(transaction_ended_by_);
  try {
    ExecuteUnprepared("COMMIT");
    in_transaction_ = false;
  } catch (const Retryable&) {
    throw;
  } catch (const DatabaseError& error) {
    session_.reset();
    throw UnknownOutcome(error.code(), error.what());
  }
}

void Connection::Rollback() noexcept {
  transaction_ended_by_ = nullptr;
  if (!std::exchange(in_transaction_, false) || !session_) return;
  try {
    session_->ExecuteUnprepared("ROLLBACK");
  } catch (...) {
    // The server rolls back what a closed connection left open.
    session_.reset();
  }
}

}  // namespace voronka::storage
