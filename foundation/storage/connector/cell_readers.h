#pragma once

#include <cppconn/resultset.h>

#include <vector>

#include "foundation/storage/rows/row.h"

namespace voronka::storage {

// Reads the cell of a column (numbered from 1) exactly as its type requires; the cell is never NULL.
using CellReader = Value (*)(const sql::ResultSet&, uint32_t column);

// One reader per column, so that types are looked up once per result.
std::vector<CellReader> CellReaders(sql::ResultSetMetaData& columns);

Row ReadRow(const sql::ResultSet& result, const std::vector<CellReader>& readers);

}  // namespace voronka::storage
