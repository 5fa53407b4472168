#pragma once

#include <map>
#include <string>
#include <string_view>

#include "gateway/forms/header_value.h"

namespace voronka::gateway {

// The headers of a part, by their names in lower case; the first of several with one name. A line that begins with a
// blank continues the one before.
class PartHeaders {
 public:
  explicit PartHeaders(std::string_view head);

  // Empty if there is none.
  HeaderValue Get(const std::string& name) const;

 private:
  std::map<std::string, std::string> lines_;
};

}  // namespace voronka::gateway
