#pragma once

#include <string>
#include <vector>

namespace voronka::command_line {

using Row = std::vector<std::string>;

// Rows with aligned columns. Each line starts with `indent` spaces and ends in a line break. A line break in a cell is
// shown as ↵.
std::string Table(const std::vector<Row>& rows, size_t indent);

}  // namespace voronka::command_line
