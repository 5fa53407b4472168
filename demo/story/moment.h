#pragma once

#include <google/protobuf/timestamp.pb.h>
#include <google/protobuf/util/time_util.h>

#include <chrono>

namespace voronka::demo {

using Moment = std::chrono::sys_time<std::chrono::microseconds>;

inline Moment Now() {
  return std::chrono::time_point_cast<std::chrono::microseconds>(std::chrono::system_clock::now());
}

inline Moment MomentOf(const google::protobuf::Timestamp& timestamp) {
  return Moment(std::chrono::microseconds(google::protobuf::util::TimeUtil::TimestampToMicroseconds(timestamp)));
}

inline google::protobuf::Timestamp TimestampOf(Moment moment) {
  return google::protobuf::util::TimeUtil::MicrosecondsToTimestamp(moment.time_since_epoch().count());
}

}  // namespace voronka::demo
