#include "client/command_line/run.h"

#include <fmt/format.h>

#include <exception>
#include <map>
#include <string_view>

#include "client/call_failed.h"
#include "client/command_line/call.h"
#include "client/command_line/completion.h"
#include "client/command_line/describe.h"
#include "client/command_line/error_report.h"
#include "client/command_line/login.h"
#include "client/command_line/solution.h"
#include "client/command_line/usage_error.h"
#include "client/methods.h"

namespace voronka::command_line {
namespace {

using Command = void (*)(const Options&, const Console&);

// Any other word is a method.
Command Find(std::string_view word) {
  static const std::map<std::string_view, Command> commands = {
      {"login", LogIn},
      {"logout", LogOut},
      {"list", List},
      {"describe", Describe},
      {"completion", PrintCompletion},
      {"candidates", PrintCandidates},
      {"solution", RunSolution},
  };
  const auto found = commands.find(word);
  return found == commands.end() ? CallMethod : found->second;
}

std::string LoginHint(const client::CallFailed& failure, const Options& options) {
  const bool ended = failure.code() == grpc::StatusCode::UNAUTHENTICATED && options.service.empty() &&
                     options.words.front() != "login";
  return ended ? fmt::format("  log in again: voronka --profile {} login\n", options.profile) : "";
}

}  // namespace

ExitStatus Run(const Options& options, const Console& console) {
  try {
    Find(options.words.front())(options, console);
    return ExitStatus::kDone;
  } catch (const UsageError& error) {
    console.err << "voronka: " << error.what() << '\n';
    return ExitStatus::kWrongUsage;
  } catch (const client::CallFailed& failure) {
    console.err << ErrorReport(failure) << LoginHint(failure, options);
  } catch (const std::exception& error) {
    console.err << "voronka: " << error.what() << '\n';
  }
  return ExitStatus::kFailed;
}

}  // namespace voronka::command_line
