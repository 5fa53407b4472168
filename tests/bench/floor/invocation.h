#pragma once

#include <google/protobuf/message.h>

#include <cstdint>
#include <map>
#include <string>
#include <variant>
#include <vector>

namespace voronka::bench {

using Scalar = std::variant<std::monostate, int64_t, std::string>;

// The request of a call, and the values that its steps have read.
struct Invocation {
  const google::protobuf::Message& request;
  int64_t account_id = 0;
  std::vector<int64_t> fresh_ids = {};
  // The values read so far, by column name.
  std::map<std::string, Scalar> columns = {};
};

// The field at this path, for example `inquiry.phone`.
Scalar RequestField(const google::protobuf::Message& request, const std::string& path);

}  // namespace voronka::bench
