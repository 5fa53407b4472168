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

// What was asked for on the command line.
struct Options {
  // A command or a method, then its arguments.
  std::vector<std::string> words;

  // Who calls: the person of the profile, or a service that has a key of its own.
  std::string profile = "default";
  std::string service;
  std::string key_file;
  // Name of the key. Empty: as the service's.
  std::string kid;
  int64_t account_id = 0;

  client::Endpoints endpoints;
  // Of error messages. Empty: the user's.
  std::string locale;
  Output output;
  std::optional<std::chrono::milliseconds> timeout;
  bool once = false;

  std::string json;
  std::string file;

  std::string login;
  std::string password_file;
};

// An ExitStatus where --help, --version or a mistake left nothing to do; what there is to say about it was printed.
std::variant<Options, ExitStatus> ParseOptions(int argc, const char* const* argv);

}  // namespace voronka::command_line
