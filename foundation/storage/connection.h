#pragma once

#include <google/protobuf/message.h>

#include <array>
#include <exception>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/storage/connector/statement_limit.h"
#include "foundation/storage/row_mapping.h"
#include "foundation/storage/rows/row.h"
#include "foundation/storage/rows/value.h"

namespace voronka::config::v1 {
class Database;
}

namespace voronka::storage {

class Session;

// A row read as a message, with the columns that follow the message's own, numbered from 0.
template <class M>
struct Extended {
  M message;
  Row more;
};

// A row's columns besides those of the message, with their values.
using Keys = std::initializer_list<std::pair<std::string_view, Value>>;

// A row with keys of its own.
struct KeyedRow {
  std::vector<Value> keys;
  const google::protobuf::Message* message;
};

// A database connection for one thread, with its prepared statements. Connects on first use, and reconnects after a
// lost connection. Throws the errors of errors.h. Outside RunTransaction, every statement commits by itself.
class Connection {
 public:
  explicit Connection(const config::v1::Database& database, StatementLimit limit = StatementLimit::kRequest);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  template <class... P>
  std::vector<Row> Query(std::string_view sql, const P&... parameters) {
    return Fetch(sql, Values(parameters...)).rows;
  }

  // The same if the number of parameters is known only at run time.
  std::vector<Row> QueryWith(std::string_view sql, std::span<const Value> parameters) {
    return Fetch(sql, parameters).rows;
  }

  // Returns the number of changed rows. A row that already had the new values does not count.
  template <class... P>
  int64_t Execute(std::string_view sql, const P&... parameters) {
    return Change(sql, Values(parameters...));
  }

  // The same if the number of parameters is known only at run time.
  int64_t ExecuteWith(std::string_view sql, std::span<const Value> parameters) { return Change(sql, parameters); }

  // For statements that cannot be prepared: USE, SET, some DDL.
  void ExecuteUnprepared(std::string_view sql);

  // Reads rows as messages. {columns} stands for M's columns, {d.columns} for those of the table alias d. A column with
  // another name (`SUM(…) AS total`) is read into the field of that name.
  template <class M, class... P>
  std::vector<M> Select(std::string_view sql, const P&... parameters) {
    return SelectWith<M>(sql, Values(parameters...));
  }

  // The same if the number of parameters is known only at run time.
  template <class M>
  std::vector<M> SelectWith(std::string_view sql, std::span<const Value> parameters) {
    const RowMapping& mapping = RowMapping::Of(*M::descriptor());
    Result result = Fetch(mapping.Expand(sql), parameters);
    const RowReader reader(mapping, result.columns);
    std::vector<M> messages(result.rows.size());
    for (size_t i = 0; i < messages.size(); ++i) reader.Read(std::move(result.rows[i]), messages[i]);
    return messages;
  }

  // Throws std::logic_error if there is more than one row.
  template <class M, class... P>
  std::optional<M> SelectOne(std::string_view sql, const P&... parameters) {
    std::vector<M> messages = Select<M>(sql, parameters...);
    if (messages.size() > 1) throw std::logic_error("more than one row answers " + std::string(sql));
    return messages.empty() ? std::nullopt : std::optional<M>(std::move(messages.front()));
  }

  // As Select, if more columns follow {columns}, which must come first.
  template <class M, class... P>
  std::vector<Extended<M>> SelectExtended(std::string_view sql, const P&... parameters) {
    return SelectExtendedWith<M>(sql, Values(parameters...));
  }

  // The same if the number of parameters is known only at run time.
  template <class M>
  std::vector<Extended<M>> SelectExtendedWith(std::string_view sql, std::span<const Value> parameters) {
    const RowMapping& mapping = RowMapping::Of(*M::descriptor());
    Result result = Fetch(mapping.Expand(sql), parameters);
    result.columns.resize(mapping.columns().size());
    const RowReader reader(mapping, result.columns);
    std::vector<Extended<M>> extended;
    extended.reserve(result.rows.size());
    for (Row& row : result.rows) {
      auto more = row.SplitOff(std::ssize(mapping.columns()));
      reader.Read(std::move(row), extended.emplace_back(Extended<M>{{}, std::move(more)}).message);
    }
    return extended;
  }

  // Throws std::logic_error if there is more than one row.
  template <class M, class... P>
  std::optional<Extended<M>> SelectOneExtended(std::string_view sql, const P&... parameters) {
    auto rows = SelectExtended<M>(sql, parameters...);
    if (rows.size() > 1) throw std::logic_error("more than one row answers " + std::string(sql));
    return rows.empty() ? std::nullopt : std::optional<Extended<M>>(std::move(rows.front()));
  }

  void Insert(std::string_view table, Keys keys, const google::protobuf::Message& row);

  // Inserts rows of one type with the same keys, in statements of at most 64 rows.
  void InsertMany(std::string_view table, Keys keys, const std::vector<const google::protobuf::Message*>& rows);
  template <class Rows>
  void InsertMany(std::string_view table, Keys keys, const Rows& rows) {
    std::vector<const google::protobuf::Message*> pointers;
    pointers.reserve(rows.size());
    for (const auto& row : rows) pointers.push_back(&row);
    InsertMany(table, keys, pointers);
  }

  // Inserts rows of one type, of which `keys` names the further columns, in statements of at most 64 rows. Leaves out
  // rows that a unique key rejects. Returns how many were inserted.
  int64_t InsertNew(std::string_view table, std::span<const std::string_view> keys, std::span<const KeyedRow> rows);

  // Sets all columns of the message. `where` starts with WHERE. Returns the number of changed rows.
  template <class... P>
  int64_t Update(std::string_view table, const google::protobuf::Message& row, std::string_view where,
                 const P&... parameters) {
    return UpdateRow(table, row, where, Values(parameters...));
  }

  // The database's clock when this statement starts.
  Micros Now();

  // While one exists, the connection throws std::logic_error for every statement that would change something.
  class ReadingOnly {
   public:
    explicit ReadingOnly(Connection& connection) : connection_(connection) { connection.reading_only_ = true; }
    ~ReadingOnly() { connection_.reading_only_ = false; }
    ReadingOnly(const ReadingOnly&) = delete;
    ReadingOnly& operator=(const ReadingOnly&) = delete;

   private:
    Connection& connection_;
  };

  // For RunTransaction. Once the server has given up the transaction, every call except Rollback throws the error that
  // ended it.
  void Begin();
  void Commit();
  void Rollback() noexcept;
  // Whether the current transaction, or the last one, has changed a row: only then does its COMMIT reach the disk.
  bool has_changed() const { return has_changed_; }

 private:
  template <class... P>
  static std::array<Value, sizeof...(P)> Values(const P&... parameters) {
    return {Value(parameters)...};
  }

  Result Fetch(std::string_view sql, std::span<const Value> parameters);
  int64_t Change(std::string_view sql, std::span<const Value> parameters);
  int64_t UpdateRow(std::string_view table, const google::protobuf::Message& row, std::string_view where,
                    std::span<const Value> parameters);

  Session& ConnectedSession();
  template <class Work>
  auto Attempt(std::string_view sql, Work work);
  [[noreturn]] void Fail(int code, const std::string& message);

  const std::unique_ptr<const config::v1::Database> database_;
  const StatementLimit limit_;
  std::unique_ptr<Session> session_;
  bool in_transaction_ = false;
  bool has_changed_ = false;
  bool reading_only_ = false;
  std::exception_ptr transaction_ended_by_;
};

}  // namespace voronka::storage
