#pragma once

#include <memory>

#include "client/channels.h"
#include "client/client.h"
#include "client/command_line/options.h"
#include "foundation/process/clock.h"

namespace voronka::command_line {

// Calls the services as the options say. One per run of the program.
class Connection {
 public:
  explicit Connection(const Options& options);

  // A client for calling this method. Throws std::runtime_error if the method requires a login and nobody is logged in.
  client::Client& ClientFor(const google::protobuf::MethodDescriptor& method);

 private:
  std::unique_ptr<client::Identity> Identify(const Options& options);

  const process::SystemClock clock_;
  const client::Channels channels_;
  const std::string profile_;
  bool identified_ = false;
  client::Client client_;
};

}  // namespace voronka::command_line
