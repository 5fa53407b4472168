#pragma once

#include <google/protobuf/message.h>

#include <functional>
#include <string>
#include <vector>

#include "tests/contract/request_paths.h"

namespace voronka::testing {

// One wrong value for a field, derived from its option.
struct BadValue {
  // A description for whoever reads the failed test.
  std::string name;
  // The reason of the violation that must name the field. Empty: the service decides what is wrong if the rest of the
  // request is valid.
  std::string reason;
  std::function<void(google::protobuf::Message& owner)> put;
  // What follows the field's path in the violation, for example `[0]`.
  std::string item = {};
};

std::vector<BadValue> BadValuesFor(const RequestPath& path);

}  // namespace voronka::testing
