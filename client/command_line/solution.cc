#include "client/command_line/solution.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>

#include "client/command_line/connection.h"
#include "client/command_line/contents.h"
#include "client/command_line/moments.h"
#include "client/command_line/plan_text.h"
#include "client/command_line/table.h"
#include "client/command_line/usage_error.h"
#include "client/methods.h"
#include "voronka/crm/v1/configuration.pb.h"

namespace voronka::command_line {
namespace {

using crm::v1::ApplyConfigurationRequest;
using crm::v1::ConfigurationPlan;
using crm::v1::ConfigurationVersion;
using crm::v1::PlanConfigurationRequest;

template <class Response>
Response Call(const Options& options, const google::protobuf::Message& request) {
  Connection connection(options);
  auto& client = connection.ClientFor(client::MethodTaking(*request.GetDescriptor()));
  return options.timeout ? client.Call<Response>(request, {.timeout = *options.timeout})
                         : client.Call<Response>(request);
}

// The word after `solution plan`. Throws UsageError.
const std::string& Argument(const Options& options, const char* what) {
  if (options.words.size() == 3) return options.words[2];
  throw UsageError(fmt::format("solution {} takes {}", options.words[1], what));
}

int64_t ParseVersion(const std::string& text) {
  int64_t version = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), version);
  if (error != std::errc() || end != text.data() + text.size() || version < 0) {
    throw UsageError(text + " is not the number of a version");
  }
  return version;
}

// `-`, a path, or a file that exists; anything else is the key of a solution.
bool IsFile(const std::string& what) {
  return what == "-" || what.find_first_of("/.") != std::string::npos || std::filesystem::is_regular_file(what);
}

template <class Request>
Request Wanting(const std::string& what, const Options& options) {
  Request request;
  request.set_remove_others(options.remove_others);
  if (IsFile(what)) {
    request.set_file(Contents(what));
  } else {
    request.set_solution(what);
  }
  return request;
}

template <class Request>
Request Restoring(int64_t version) {
  Request request;
  request.set_restored_version(version);
  return request;
}

void Print(const Options& options, const Console& console, const ConfigurationPlan& plan, const std::string& file) {
  const bool is_readable = options.output.format == Format::kReadable;
  console.out << (is_readable ? PlanText(plan, file) : Render(plan, options.output));
  if (plan.problems_size() > 0) {
    throw std::runtime_error(fmt::format("problems: {}; nothing was changed", plan.problems_size()));
  }
}

// What was planned is applied, unless somebody has changed the configuration meanwhile.
void PlanAndApply(const Options& options, const Console& console, const PlanConfigurationRequest& planned,
                  ApplyConfigurationRequest applied, const std::string& file) {
  const auto plan = Call<ConfigurationPlan>(options, planned);
  Print(options, console, plan, file);
  if (plan.differences().empty()) return;
  applied.set_etag(plan.version());
  applied.set_comment(options.comment);
  const auto done = Call<ConfigurationPlan>(options, applied);
  console.err << fmt::format("Applied as version {}.\n", done.version());
}

void ListSolutions(const Options& options, const Console& console) {
  const auto response = Call<crm::v1::ListSolutionsResponse>(options, crm::v1::ListSolutionsRequest());
  if (options.output.format != Format::kReadable) {
    console.out << Render(response, options.output);
    return;
  }
  std::vector<Row> rows;
  for (const auto& solution : response.solutions()) {
    const auto& title = solution.configuration().title();
    rows.push_back({solution.key(), options.locale == "en" ? title.en() : title.ru()});
  }
  console.out << Table(rows, 0);
}

void Plan(const Options& options, const Console& console) {
  const auto& what = Argument(options, "a file or a solution");
  const auto planned = Wanting<PlanConfigurationRequest>(what, options);
  Print(options, console, Call<ConfigurationPlan>(options, planned), what);
}

void Apply(const Options& options, const Console& console) {
  const auto& what = Argument(options, "a file or a solution");
  // Standard input can be read only once.
  const auto applied = Wanting<ApplyConfigurationRequest>(what, options);
  PlanConfigurationRequest planned;
  planned.set_remove_others(options.remove_others);
  if (applied.has_file()) planned.set_file(applied.file());
  if (applied.has_solution()) planned.set_solution(applied.solution());
  PlanAndApply(options, console, planned, applied, what);
}

void RollBack(const Options& options, const Console& console) {
  const auto version = ParseVersion(Argument(options, "the version to return to"));
  PlanAndApply(options, console, Restoring<PlanConfigurationRequest>(version),
               Restoring<ApplyConfigurationRequest>(version), fmt::format("version {}", version));
}

void Export(const Options& options, const Console& console) {
  crm::v1::GetConfigurationRequest request;
  if (options.words.size() > 2) request.set_version(ParseVersion(Argument(options, "at most a version")));
  const auto response = Call<crm::v1::GetConfigurationResponse>(options, request);
  const bool as_file = options.output.format != Format::kJson;
  console.out << (as_file ? response.file() : Render(response.configuration(), options.output));
}

std::string WhatMade(const ConfigurationVersion& version) {
  switch (version.kind()) {
    case ConfigurationVersion::KIND_APPLIED:
      return "file";
    case ConfigurationVersion::KIND_SOLUTION:
      return "solution " + version.solution();
    case ConfigurationVersion::KIND_ROLLED_BACK:
      return fmt::format("return to version {}", version.restored_version());
    default:
      return "by hand";
  }
}

std::string WhoMade(const ConfigurationVersion& version) {
  return version.actor_service().empty() ? fmt::format("user {}", version.actor_user_id()) : version.actor_service();
}

crm::v1::ListConfigurationVersionsResponse AllVersions(const Options& options) {
  crm::v1::ListConfigurationVersionsResponse all;
  crm::v1::ListConfigurationVersionsRequest request;
  do {
    const auto page = Call<crm::v1::ListConfigurationVersionsResponse>(options, request);
    all.mutable_versions()->MergeFrom(page.versions());
    request.set_page_token(page.next_page_token());
  } while (!request.page_token().empty());
  return all;
}

void PrintHistory(const Options& options, const Console& console) {
  const auto response = AllVersions(options);
  if (options.output.format != Format::kReadable) {
    console.out << Render(response, options.output);
    return;
  }
  std::vector<Row> rows;
  for (const auto& version : response.versions()) {
    rows.push_back({std::to_string(version.version()), MomentText(version.create_time(), options.output.zone),
                    WhoMade(version), WhatMade(version), version.comment()});
  }
  console.out << Table(rows, 0);
}

}  // namespace

void RunSolution(const Options& options, const Console& console) {
  static const std::map<std::string_view, void (*)(const Options&, const Console&)> commands = {
      {"list", ListSolutions},   {"plan", Plan},        {"apply", Apply}, {"export", Export},
      {"history", PrintHistory}, {"rollback", RollBack}};
  const auto found = options.words.size() < 2 ? commands.end() : commands.find(options.words[1]);
  if (found == commands.end()) throw UsageError("solution list, plan, apply, export, history or rollback");
  found->second(options, console);
}

}  // namespace voronka::command_line
