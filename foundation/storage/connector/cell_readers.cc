#include "foundation/storage/connector/cell_readers.h"

namespace voronka::storage {
namespace {

Value ReadSigned(const sql::ResultSet& result, uint32_t column) { return result.getInt64(column); }

Value ReadUnsigned(const sql::ResultSet& result, uint32_t column) { return result.getUInt64(column); }

Value ReadDouble(const sql::ResultSet& result, uint32_t column) { return result.getDouble(column); }

Value ReadText(const sql::ResultSet& result, uint32_t column) {
  const sql::SQLString text = result.getString(column);
  return std::string(text.c_str(), text.length());
}

CellReader ReaderOf(sql::ResultSetMetaData& columns, uint32_t column) {
  switch (columns.getColumnType(column)) {
    case sql::DataType::TINYINT:
    case sql::DataType::SMALLINT:
    case sql::DataType::MEDIUMINT:
    case sql::DataType::INTEGER:
    case sql::DataType::BIGINT:
    case sql::DataType::YEAR:
      return columns.isSigned(column) ? ReadSigned : ReadUnsigned;
    case sql::DataType::REAL:
    case sql::DataType::DOUBLE:
      return ReadDouble;
    default:
      return ReadText;
  }
}

}  // namespace

std::vector<CellReader> CellReaders(sql::ResultSetMetaData& columns) {
  std::vector<CellReader> readers;
  for (uint32_t column = 1; column <= columns.getColumnCount(); ++column) readers.push_back(ReaderOf(columns, column));
  return readers;
}

Row ReadRow(const sql::ResultSet& result, const std::vector<CellReader>& readers) {
  std::vector<Value> cells;
  cells.reserve(readers.size());
  for (uint32_t column = 1; column <= readers.size(); ++column) {
    cells.push_back(result.isNull(column) ? Value() : readers[column - 1](result, column));
  }
  return Row(std::move(cells));
}

}  // namespace voronka::storage
