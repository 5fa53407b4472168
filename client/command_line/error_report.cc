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

std::vector<Row> Violations(const client::CallFailed& failure) {
  std::vector<Row> rows;
  for (const auto& violation : failure.field_violations()) {
    rows.push_back({violation.field(), violation.reason(), Explanation(violation)});
  }
  for (const auto& violation : failure.precondition_violations()) {
    rows.push_back({violation.subject(), violation.type(), violation.description()});
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
