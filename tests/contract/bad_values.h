#pragma once

#include <google/protobuf/message.h>

#include <functional>
#include <string>
#include <vector>

#include "tests/contract/request_paths.h"

namespace voronka::testing {

// One way to fill a field wrongly, worked out from what its option says.
struct BadValue {
  // What it is, for whoever reads the failed test.
  std::string name;
  // Of the violation that must name the field. Empty: it is for the service to say what is wrong, where the rest of the
  // request is right.
  std::string reason;
  std::function<void(google::protobuf::Message& owner)> put;
  // What stands behind the field's path in the violation, as `[0]`.
  std::string item = {};
};

std::vector<BadValue> BadValuesFor(const RequestPath& path);

}  // namespace voronka::testing
