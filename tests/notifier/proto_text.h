#pragma once

#include <google/protobuf/util/time_util.h>

#include <stdexcept>
#include <string>

#include "tests/support/parsed.h"

namespace voronka::notifier {

template <class M>
M Proto(const std::string& text) {
  return testing::Parsed<M>(text);
}

// Microseconds since 1970 UTC of a time such as `2026-03-01T09:00:00Z`.
inline int64_t At(const std::string& moment) {
  google::protobuf::Timestamp timestamp;
  if (!google::protobuf::util::TimeUtil::FromString(moment, &timestamp)) throw std::invalid_argument(moment);
  return google::protobuf::util::TimeUtil::TimestampToMicroseconds(timestamp);
}

inline google::protobuf::Timestamp Timestamp(int64_t micros) {
  return google::protobuf::util::TimeUtil::MicrosecondsToTimestamp(micros);
}

}  // namespace voronka::notifier
