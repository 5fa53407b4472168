#include "client/command_line/table.h"

#include <algorithm>

#include "client/command_line/text_width.h"

namespace voronka::command_line {
namespace {

constexpr size_t kGap = 2;

std::string OneLine(const std::string& text) {
  std::string line;
  for (const char letter : text) {
    if (letter == '\n') {
      line += "↵";
    } else {
      line += letter;
    }
  }
  return line;
}

std::vector<size_t> Widths(const std::vector<Row>& rows) {
  std::vector<size_t> widths;
  for (const Row& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], DisplayWidth(OneLine(row[i])));
  }
  return widths;
}

std::string Line(const Row& row, const std::vector<size_t>& widths, size_t indent) {
  std::string line(indent, ' ');
  for (size_t i = 0; i < row.size(); ++i) line += Padded(OneLine(row[i]), widths[i] + kGap);
  line.erase(line.find_last_not_of(' ') + 1);
  return line + '\n';
}

}  // namespace

std::string Table(const std::vector<Row>& rows, size_t indent) {
  const std::vector<size_t> widths = Widths(rows);
  std::string text;
  for (const Row& row : rows) text += Line(row, widths, indent);
  return text;
}

}  // namespace voronka::command_line
