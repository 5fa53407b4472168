#pragma once

#include <string>
#include <vector>

namespace voronka::command_line {

using Row = std::vector<std::string>;

// Rows with aligned columns, each line after `indent` spaces and ended by a line break. A line break in a cell shows
// as ↵.
std::string Table(const std::vector<Row>& rows, size_t indent);

}  // namespace voronka::command_line
