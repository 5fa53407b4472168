#include "client/command_line/login.h"

#include <fmt/format.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>
#include <utility>

#include "client/command_line/connection.h"
#include "client/command_line/enum_names.h"
#include "client/command_line/password_prompt.h"
#include "client/command_line/session_file.h"
#include "client/command_line/text_width.h"
#include "client/command_line/usage_error.h"

namespace voronka::command_line {
namespace {

constexpr char kProgram[] = "voronka command line";

std::string FirstLine(const std::string& file) {
  std::ifstream stream(file);
  std::string line;
  if (!std::getline(stream, line)) throw UsageError(fmt::format("cannot read a password from {}", file));
  return line;
}

std::string Ask(const Console& console, const char* prompt) {
  console.err << prompt << std::flush;
  std::string line;
  std::getline(std::cin, line);
  return line;
}

std::string Password(const Options& options, const Console& console) {
  if (!options.password_file.empty()) return FirstLine(options.password_file);
  if (const char* password = std::getenv("VORONKA_PASSWORD"); password != nullptr) return password;
  return AskForPassword(console.err, "Password: ");
}

// Asks for a code if the user has a second factor.
client::Tokens TokensFor(crm::v1::LoginRequest request, client::Client& client, const Console& console) {
  try {
    return client.Call<client::Tokens>(request);
  } catch (const client::CallFailed& failure) {
    if (failure.reason() != "CODE_REQUIRED") throw;
  }
  request.set_code(Ask(console, "Code of the app: "));
  return client.Call<client::Tokens>(request);
}

std::string Welcome(const crm::v1::User& user, const std::string& profile) {
  const auto* role = options::v1::Role_descriptor()->FindValueByNumber(user.role());
  return fmt::format("{} ({}) is logged in, profile {}\n", Harmless(user.display_name()),
                     role == nullptr ? "?" : ShortName(*role), profile);
}

}  // namespace

void LogIn(const Options& options, const Console& console) {
  const SessionFile file(StateDirectory(), options.profile);
  crm::v1::LoginRequest request;
  request.set_login(options.login.empty() ? Ask(console, "Login: ") : options.login);
  request.set_password(Password(options, console));
  request.set_client(kProgram);
  const client::Channels channels(options.endpoints);
  client::Client client(channels);
  client.SetLocale(options.locale);
  const auto tokens = TokensFor(std::move(request), client, console);
  file.Save(tokens);
  console.out << Welcome(tokens.user(), options.profile);
}

void LogOut(const Options& options, const Console& console) {
  const SessionFile file(StateDirectory(), options.profile);
  if (!file.Load()) throw UsageError(fmt::format("nobody is logged in as {}", options.profile));
  Connection connection(options);
  const crm::v1::LogoutRequest request;
  try {
    connection.ClientFor(client::MethodTaking(*crm::v1::LogoutRequest::descriptor()))
        .Call<google::protobuf::Empty>(request);
  } catch (const client::CallFailed& failure) {
    // The session has already ended.
    if (failure.code() != grpc::StatusCode::UNAUTHENTICATED) throw;
  }
  file.Remove();
  console.out << fmt::format("logged out, profile {}\n", options.profile);
}

}  // namespace voronka::command_line
