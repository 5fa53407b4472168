#pragma once

#include <memory>
#include <string>

#include "tests/support/janitor.h"
#include "tests/support/process.h"
#include "tests/support/service_keys.h"
#include "voronka/config/v1/services.pb.h"

namespace voronka::testing {

// A gateway without the system: one server plays all its services.
class LoneGateway {
 public:
  // `services` is an address such as 127.0.0.1:23456. Addresses that are missing, and keys, are filled in.
  explicit LoneGateway(const std::string& services, config::v1::Gateway configuration = {});

  // If a test has failed, the end of its log is printed.
  ~LoneGateway();
  LoneGateway(const LoneGateway&) = delete;
  LoneGateway& operator=(const LoneGateway&) = delete;

  Process& process() { return *process_; }
  const std::string& address() const { return process_->address(); }

 private:
  const Janitor janitor_;
  const ServiceKeys keys_;
  std::unique_ptr<Process> process_;
};

}  // namespace voronka::testing
