#include "client/command_line/error_report.h"

#include <fmt/format.h>

#include <sstream>
#include <string>
#include <vector>

#include "client/command_line/table.h"
#include "client/command_line/text_width.h"
#include "client/status_name.h"

namespace voronka::command_line {
namespace {

constexpr size_t kReportIndent = 2;

std::vector<std::string> LinesOf(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::string Headline(const client::CallFailed& failure) {
  std::string headline(client::StatusName(failure.code()));
  if (!failure.reason().empty()) headline += ' ' + failure.reason();
  return fmt::format("{}: {}\n", headline, failure.localized_message());
}

const std::string& Explanation(const client::CallFailed::FieldViolation& violation) {
  return violation.localized_message().message().empty() ? violation.description()
                                                         : violation.localized_message().message();
}

// What each precondition violation says, in the language of the error. Their descriptions are in English always, and
// only the message of the whole error is translated: a line for each of them, in their order.
std::vector<std::string> Explanations(const client::CallFailed& failure) {
  const auto& violations = failure.precondition_violations();
  auto lines = LinesOf(failure.localized_message());
  const bool is_translated = failure.localized_message() != failure.message();
  if (is_translated && lines.size() == static_cast<size_t>(violations.size())) return lines;
  lines.clear();
  for (const auto& violation : violations) lines.push_back(violation.description());
  return lines;
}

std::vector<Row> Violations(const client::CallFailed& failure) {
  std::vector<Row> rows;
  for (const auto& violation : failure.field_violations()) {
    rows.push_back({violation.field(), violation.reason(), Explanation(violation)});
  }
  const auto explanations = Explanations(failure);
  auto explanation = explanations.begin();
  for (const auto& violation : failure.precondition_violations()) {
    rows.push_back({violation.subject(), violation.type(), *explanation++});
  }
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
