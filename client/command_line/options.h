#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "client/command_line/output.h"
#include "client/endpoints.h"
#include "foundation/program/command_line.h"

namespace voronka::command_line {

using process::ExitStatus;

// The parsed command line.
struct Options {
  // A command or a method, followed by its arguments.
  std::vector<std::string> words;

  // Who calls: the person of the profile, or a service with a key of its own.
  std::string profile = "default";
  std::string service;
  std::string key_file;
  // Name of the key. Empty: the service's name.
  std::string kid;
  int64_t account_id = 0;

  client::Endpoints endpoints;
  // Language of error messages. Empty: whatever the service speaks to those who do not say.
  std::string locale;
  Output output;
  std::optional<std::chrono::milliseconds> timeout;
  bool once = false;

  std::string json;
  std::string file;

  // Of `solution`.
  bool remove_others = false;
  std::string comment;

  std::string login;
  std::string password_file;
};

// Returns an ExitStatus if there is nothing left to do, because of --help, --version or a mistake. The help, version or
// error has then been printed.
std::variant<Options, ExitStatus> ParseOptions(int argc, const char* const* argv);

}  // namespace voronka::command_line
