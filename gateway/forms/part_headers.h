#pragma once

#include <map>
#include <string>
#include <string_view>

#include "gateway/forms/header_value.h"

namespace voronka::gateway {

// The headers of a part, by their names in lower case; of one that stands twice, the first. A line that begins with a
// blank goes on with the one before.
class PartHeaders {
 public:
  explicit PartHeaders(std::string_view head);

  // Of one that is not there it is empty.
  HeaderValue Get(const std::string& name) const;

 private:
  std::map<std::string, std::string> lines_;
};

}  // namespace voronka::gateway
