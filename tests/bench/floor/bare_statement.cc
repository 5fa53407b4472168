#include "tests/bench/floor/bare_statement.h"

#include <cppconn/resultset_metadata.h>

#include <stdexcept>

#include "foundation/process/clock.h"
#include "foundation/rpc/calls/partition.h"

namespace voronka::bench {
namespace {

bool IsNumber(int type) { return type == sql::DataType::BIGINT || type == sql::DataType::INTEGER; }

Scalar Read(const sql::ResultSet& row, unsigned position, bool is_number) {
  if (row.isNull(position)) return {};
  if (is_number) return row.getInt64(position);
  return row.getString(position).asStdString();
}

Scalar Versed(Scalar read, const Column& column) {
  if (auto* number = std::get_if<int64_t>(&read)) *number = (column.negated() ? -1 : 1) * (*number + column.plus());
  return read;
}

// For a parameter that is not a blob.
Scalar ValueOf(const Parameter& parameter, const Invocation& invocation) {
  switch (parameter.value_case()) {
    case Parameter::kNumber:
      return parameter.number();
    case Parameter::kText:
      return parameter.text();
    case Parameter::kRequestField:
      return RequestField(invocation.request, parameter.request_field());
    case Parameter::kColumn:
      return Versed(invocation.columns.at(parameter.column().name()), parameter.column());
    case Parameter::kFreshId:
      return invocation.fresh_ids.at(parameter.fresh_id());
    case Parameter::kNow:
      return process::SystemClock().NowMicros();
    case Parameter::kAccountId:
      return invocation.account_id;
    case Parameter::kPartition:
      return int64_t{rpc::PartitionOf(invocation.account_id)};
    default:
      return {};
  }
}

class Binder {
 public:
  Binder(sql::PreparedStatement& statement, unsigned position) : statement_(statement), position_(position) {}

  void operator()(std::monostate) const { statement_.setNull(position_, sql::DataType::SQLNULL); }
  void operator()(int64_t number) const { statement_.setInt64(position_, number); }
  void operator()(const std::string& text) const { statement_.setString(position_, text); }

 private:
  sql::PreparedStatement& statement_;
  const unsigned position_;
};

}  // namespace

BareStatement::BareStatement(sql::Connection& connection, const Step& step)
    : step_(step),
      statement_(connection.prepareStatement(step.sql())),
      reads_(statement_->getMetaData()->getColumnCount() > 0) {}

void BareStatement::Execute(Invocation& invocation) {
  Bind(invocation);
  if (reads_) return Fetch(invocation);
  // The service would have noticed.
  if (statement_->executeUpdate() == 0) throw std::runtime_error("nothing is changed by " + step_.sql());
}

void BareStatement::Bind(const Invocation& invocation) {
  statement_->clearParameters();
  blobs_.clear();
  unsigned position = 0;
  for (const auto& parameter : step_.parameters()) {
    ++position;
    if (parameter.has_blob()) {
      statement_->setBlob(position, &blobs_.emplace_back(parameter.blob()));
    } else {
      std::visit(Binder(*statement_, position), ValueOf(parameter, invocation));
    }
  }
}

void BareStatement::Fetch(Invocation& invocation) {
  const std::unique_ptr<sql::ResultSet> rows(statement_->executeQuery());
  if (!columns_) FindColumns(*rows);
  while (rows->next()) {
    for (const auto& column : *columns_) {
      invocation.columns[column.name] = Read(*rows, column.position, column.is_number);
    }
  }
}

void BareStatement::FindColumns(sql::ResultSet& rows) {
  columns_.emplace();
  for (const auto& name : step_.read_columns()) {
    const unsigned position = rows.findColumn(name);
    if (position != 0) columns_->push_back({name, position, IsNumber(rows.getMetaData()->getColumnType(position))});
  }
}

}  // namespace voronka::bench
