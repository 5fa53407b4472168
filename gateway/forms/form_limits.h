#pragma once

#include <string>

#include "gateway/limits/rate_limit.h"

namespace voronka::gateway {

// How often a form may be sent: from one address, as people do, and from all addresses together.
class FormLimits {
 public:
  FormLimits();

  // Counts one. Throws RESOURCE_EXHAUSTED (TOO_MANY_SUBMISSIONS).
  void Take(const std::string& key, const std::string& address);

 private:
  RateLimit from_address_;
  RateLimit in_all_;
};

}  // namespace voronka::gateway
