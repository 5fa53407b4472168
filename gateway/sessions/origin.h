#pragma once

#include <set>
#include <string>
#include <vector>

#include "gateway/http/exchange.h"

namespace voronka::gateway {

// Whose pages may call: those of this origin, and those of the origins that the configuration names.
class Origins {
 public:
  explicit Origins(const std::vector<std::string>& allowed) : allowed_(allowed.begin(), allowed.end()) {}

  // Of another origin than this program's own, and named in the configuration.
  bool IsAllowedForeign(const std::string& origin) const { return allowed_.contains(origin); }
  // Whether the request comes from a page that may log in here, by its header `Origin`.
  bool MayLogIn(const Exchange& exchange) const;

 private:
  const std::set<std::string> allowed_;
};

}  // namespace voronka::gateway
