#include "client/command_line/error_report.h"

#include <fmt/format.h>

#include <vector>

#include "client/command_line/table.h"
#include "client/command_line/text_width.h"
#include "client/status_name.h"

namespace voronka::command_line {
namespace {

constexpr size_t kReportIndent = 2;

std::string Headline(const client::CallFailed& failure) {
  std::string headline(client::StatusName(failure.code()));
  if (!failure.reason().empty()) headline += ' ' + failure.reason();
  return fmt::format("{}: {}\n", headline, failure.localized_message());
}

const std::string& Explanation(const client::CallFailed::FieldViolation& violation) {
  return violation.localized_message().message().empty() ? violation.description()
                                                         : violation.localized_message().message();
}

std::vector<std::string> Lines(const std::string& text) {
  std::vector<std::string> lines;
  size_t begin = 0;
  for (size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', begin)) {
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  lines.push_back(text.substr(begin));
  return lines;
}

// Violations of preconditions have no text in the user's language; the text of the whole error has a line for each.
std::vector<Row> Preconditions(const client::CallFailed& failure) {
  const auto& violations = failure.precondition_violations();
  const auto lines = Lines(failure.localized_message());
  const bool has_each =
      failure.localized_message() != failure.message() && lines.size() == static_cast<size_t>(violations.size());
  std::vector<Row> rows;
  for (const auto& violation : violations) {
    rows.push_back({violation.subject(), violation.type(), has_each ? lines[rows.size()] : violation.description()});
  }
  return rows;
}

std::vector<Row> Violations(const client::CallFailed& failure) {
  std::vector<Row> rows;
  for (const auto& violation : failure.field_violations()) {
    rows.push_back({violation.field(), violation.reason(), Explanation(violation)});
  }
  for (auto& row : Preconditions(failure)) rows.push_back(std::move(row));
  return rows;
}

std::vector<Row> Metadata(const client::CallFailed& failure) {
  std::vector<Row> rows;
  for (const auto& [name, value] : failure.metadata()) rows.push_back({name + ':', value});
  return rows;
}

std::string RetryHint(const client::CallFailed& failure) {
  const auto delay = failure.retry_delay();
  if (!delay) return "";
  return fmt::format("  try again in {} s\n", static_cast<double>(delay->count()) / 1000);
}

}  // namespace

std::string ErrorReport(const client::CallFailed& failure) {
  return Harmless(Headline(failure) + Table(Violations(failure), kReportIndent) +
                  Table(Metadata(failure), kReportIndent) + RetryHint(failure));
}

}  // namespace voronka::command_line
