#pragma once

#include <memory>

#include "client/channels.h"
#include "client/client.h"
#include "client/command_line/options.h"
#include "foundation/process/clock.h"

namespace voronka::command_line {

// The services, called as the options say. Made anew for each run of the program.
class Connection {
 public:
  explicit Connection(const Options& options);

  // Ready for this method. Throws std::runtime_error when it needs somebody to be logged in and nobody is.
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
