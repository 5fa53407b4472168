#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "foundation/process/client_address.h"
#include "gateway/limits/rate_limit.h"

namespace voronka::gateway {

// How often a form may be sent: from one address, as people do, and from all addresses together. The servers of site
// builders send the forms of many people, so for them only the second limit holds.
class FormLimits {
 public:
  // How long to wait until the next is allowed. Nothing: this one is allowed, and counted.
  using Wait = std::optional<std::chrono::milliseconds>;

  // `servers`: of site builders, for every form.
  explicit FormLimits(process::Networks servers);

  Wait TakeFromAddress(const std::string& key, const std::string& address);
  Wait TakeInAll(const std::string& key);

 private:
  const process::Networks servers_;
  RateLimit from_address_;
  RateLimit in_all_;
};

}  // namespace voronka::gateway
