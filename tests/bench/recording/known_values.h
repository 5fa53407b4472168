#pragma once

#include <google/protobuf/message.h>

#include <utility>
#include <vector>

#include "foundation/storage/rows/value.h"
#include "tests/bench/floor/script.pb.h"

namespace voronka::bench {

// Ids that services assign in the accounts of the data set begin with this, so that they can be recognised.
inline constexpr int64_t kFirstFreshId = 4'000'000'000'000;
inline constexpr int64_t kEndOfFreshIds = 5'000'000'000'000;

// Where each value of a recorded call came from. Values that could match by chance are not looked up.
class KnownValues {
 public:
  KnownValues(int64_t account_id, const google::protobuf::Message& request);

  // The row that the call reads, as it was before.
  void AddColumns(const google::protobuf::Message& row);

  // How another call finds the value that it has in place of this one.
  Parameter SourceOf(const storage::Value& value);

 private:
  void Know(const storage::Value& value, const Parameter& source);
  // If it cannot match by chance.
  void Add(const storage::Value& value, const Parameter& source);
  void AddFields(const google::protobuf::Message& message, const std::string& prefix);
  Parameter FreshId(int64_t id);

  const int64_t began_micros_;
  std::vector<std::pair<storage::Value, Parameter>> sources_;
  std::vector<int64_t> fresh_ids_;
};

}  // namespace voronka::bench
