#include "client/command_line/plan_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string_view>

namespace voronka::command_line {
namespace {

using crm::v1::ConfigurationDifference;
using crm::v1::ConfigurationPlan;
using crm::v1::ConfigurationProblem;

char SignOf(ConfigurationDifference::Kind kind) {
  switch (kind) {
    case ConfigurationDifference::KIND_ADDED:
      return '+';
    case ConfigurationDifference::KIND_REMOVED:
      return '-';
    default:
      return '~';
  }
}

// Each line of a value that is there begins with the sign.
std::string ValueLines(char sign, std::string_view value) {
  std::string lines;
  while (!value.empty()) {
    const auto line = value.substr(0, value.find('\n'));
    lines += fmt::format("      {} {}\n", sign, line);
    value.remove_prefix(std::min(value.size(), line.size() + 1));
  }
  return lines;
}

// What a path alone does not say.
std::string Remark(const ConfigurationDifference& difference) {
  switch (difference.kind()) {
    case ConfigurationDifference::KIND_REORDERED:
      return "  in another order";
    case ConfigurationDifference::KIND_DEALS_MOVED:
      return fmt::format("  deals that move: {}", difference.deals());
    default:
      return "";
  }
}

std::string DifferenceText(const ConfigurationDifference& difference) {
  const auto names = fmt::format("{}", fmt::join(difference.names(), " / "));
  auto text = fmt::format("  {} {}{}{}\n", SignOf(difference.kind()), difference.path(),
                          names.empty() ? "" : "  (" + names + ")", Remark(difference));
  // The whole of what is added or removed is not repeated.
  if (SignOf(difference.kind()) == '~') {
    text += ValueLines('-', difference.before()) + ValueLines('+', difference.after());
  }
  return text;
}

std::string ProblemText(const ConfigurationProblem& problem, const std::string& file) {
  const auto place = problem.line() == 0 ? file : fmt::format("{}:{}:{}", file, problem.line(), problem.column());
  return fmt::format("{}: {}{}{} ({})\n", place, problem.path(), problem.path().empty() ? "" : ": ", problem.text(),
                     problem.reason());
}

}  // namespace

std::string PlanText(const ConfigurationPlan& plan, const std::string& file) {
  std::string text;
  for (const auto& difference : plan.differences()) text += DifferenceText(difference);
  for (const auto& problem : plan.problems()) text += ProblemText(problem, file);
  if (text.empty()) return "Nothing to change.\n";
  return text;
}

}  // namespace voronka::command_line
