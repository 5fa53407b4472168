#include "foundation/storage/connector/prepared_statement.h"

#include "foundation/storage/connector/cell_readers.h"

namespace voronka::storage {
namespace {

constexpr size_t kMaxInlineBytes = size_t{64} * 1024;

class Binder {
 public:
  Binder(sql::PreparedStatement& statement, unsigned position, std::deque<std::istringstream>& blobs)
      : statement_(statement), position_(position), blobs_(blobs) {}

  void operator()(std::monostate) const { statement_.setNull(position_, sql::DataType::SQLNULL); }
  void operator()(int64_t number) const { statement_.setInt64(position_, number); }
  void operator()(uint64_t number) const { statement_.setUInt64(position_, number); }
  void operator()(double number) const { statement_.setDouble(position_, number); }
  void operator()(const std::string& text) const { statement_.setString(position_, text); }
  // The connector sends a blob in separate packets, ahead of the statement.
  void operator()(const Bytes& bytes) const {
    if (bytes.value.size() <= kMaxInlineBytes) return statement_.setString(position_, bytes.value);
    statement_.setBlob(position_, &blobs_.emplace_back(bytes.value));
  }

 private:
  sql::PreparedStatement& statement_;
  unsigned position_;
  std::deque<std::istringstream>& blobs_;
};

std::vector<std::string> Labels(sql::ResultSetMetaData& columns) {
  std::vector<std::string> labels;
  for (uint32_t column = 1; column <= columns.getColumnCount(); ++column) {
    labels.push_back(columns.getColumnLabel(column));
  }
  return labels;
}

}  // namespace

void PreparedStatement::Bind(std::span<const Value> parameters) {
  statement_->clearParameters();
  blobs_.clear();
  unsigned position = 0;
  for (const Value& value : parameters) std::visit(Binder(*statement_, ++position, blobs_), value.content());
}

Result PreparedStatement::Fetch(std::span<const Value> parameters) {
  Bind(parameters);
  const std::unique_ptr<sql::ResultSet> fetched(statement_->executeQuery());
  sql::ResultSetMetaData& columns = *fetched->getMetaData();
  const std::vector<CellReader> readers = CellReaders(columns);
  Result result{.columns = Labels(columns), .rows = {}};
  result.rows.reserve(fetched->rowsCount());
  while (fetched->next()) result.rows.push_back(ReadRow(*fetched, readers));
  return result;
}

int64_t PreparedStatement::Change(std::span<const Value> parameters) {
  Bind(parameters);
  return statement_->executeUpdate();
}

}  // namespace voronka::storage
