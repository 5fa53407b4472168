#pragma once

#include <google/protobuf/message.h>

#include <cstdint>
#include <map>
#include <string>
#include <variant>
#include <vector>

namespace voronka::bench {

using Scalar = std::variant<std::monostate, int64_t, std::string>;

// What a call brings, and what has become known in its course.
struct Invocation {
  const google::protobuf::Message& request;
  int64_t account_id = 0;
  std::vector<int64_t> fresh_ids = {};
  // What was read, by the column's name.
  std::map<std::string, Scalar> columns = {};
};

// The field that has the path, as `inquiry.phone`.
Scalar RequestField(const google::protobuf::Message& request, const std::string& path);

}  // namespace voronka::bench
