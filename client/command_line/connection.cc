#include "client/command_line/connection.h"

#include <fmt/format.h>

#include <stdexcept>

#include "client/command_line/session_file.h"
#include "client/service_identity.h"
#include "client/user_session.h"

namespace voronka::command_line {
namespace {

config::v1::SigningKey SigningKey(const Options& options) {
  config::v1::SigningKey key;
  key.set_kid(options.kid.empty() ? options.service : options.kid);
  key.set_private_key_file(options.key_file);
  return key;
}

}  // namespace

Connection::Connection(const Options& options)
    : channels_(options.endpoints), profile_(options.profile), client_(channels_, Identify(options)) {
  client_.SetLocale(options.locale);
}

std::unique_ptr<client::Identity> Connection::Identify(const Options& options) {
  identified_ = true;
  if (!options.service.empty()) {
    return std::make_unique<client::ServiceIdentity>(options.service, SigningKey(options), options.account_id, clock_);
  }
  auto file = std::make_unique<SessionFile>(StateDirectory(), options.profile);
  if (const auto tokens = file->Load()) {
    return std::make_unique<client::UserSession>(channels_, clock_, *tokens, std::move(file));
  }
  identified_ = false;
  return std::make_unique<client::Nobody>();
}

client::Client& Connection::ClientFor(const google::protobuf::MethodDescriptor& method) {
  if (!identified_ && !client::IsPublic(method)) {
    throw std::runtime_error(fmt::format("nobody is logged in as {}: voronka --profile {} login", profile_, profile_));
  }
  return client_;
}

}  // namespace voronka::command_line
