#pragma once

#include <memory>
#include <string>

#include "tests/support/certificates.h"
#include "tests/support/janitor.h"
#include "tests/support/process.h"
#include "tests/support/system.h"

namespace voronka::testing {

// HAProxy with the configuration of deploy/haproxy, in front of a system with a gateway.
class Proxy {
 public:
  explicit Proxy(System& system);

  const std::string& address() const { return process_->address(); }
  // The authority that has signed its certificate.
  std::string ca_file() const { return authority_.certificate(); }
  std::string LogTail() const { return process_->LogTail(); }
  // Native gRPC through HAProxy.
  const client::Channels& channels() const { return *channels_; }

 private:
  const Janitor janitor_;
  const Authority authority_;
  std::unique_ptr<Process> process_;
  std::unique_ptr<client::Channels> channels_;
};

}  // namespace voronka::testing
