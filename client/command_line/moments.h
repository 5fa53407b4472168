#pragma once

#include <cctz/time_zone.h>
#include <google/protobuf/duration.pb.h>
#include <google/protobuf/timestamp.pb.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace voronka::command_line {

// What "now" and "9:00" mean to the person who types them.
struct Here {
  // Microseconds since 1970 UTC.
  int64_t now_micros = 0;
  cctz::time_zone zone = cctz::utc_time_zone();
};

// Parses RFC 3339, `2025-11-30 09:00` in the local zone, `2025-11-30 09:00 +03:00`, `now`, `+30m`, `-2h`. Throws
// UsageError.
google::protobuf::Timestamp ParseMoment(std::string_view text, const Here& here);

// Parses `90s`, `5m`, `1h30m`, `500ms`, `7d`. Throws UsageError.
google::protobuf::Duration ParseDuration(std::string_view text);

// `2025-11-30 09:00:00 +03:00`, with milliseconds if there are any.
std::string MomentText(const google::protobuf::Timestamp& moment, const cctz::time_zone& zone);

// In the form that ParseDuration reads.
std::string DurationText(const google::protobuf::Duration& duration);

}  // namespace voronka::command_line
