#pragma once

#include <cctz/time_zone.h>
#include <google/protobuf/duration.pb.h>
#include <google/protobuf/timestamp.pb.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace voronka::command_line {

// What "now" and "9:00" mean to whoever types them.
struct Here {
  // Since 1970 UTC.
  int64_t now_micros = 0;
  cctz::time_zone zone = cctz::utc_time_zone();
};

// RFC 3339, `2025-11-30 09:00` in the zone here, `now`, `+30m`, `-2h`. Throws UsageError.
google::protobuf::Timestamp ParseMoment(std::string_view text, const Here& here);

// `90s`, `5m`, `1h30m`, `500ms`, `7d`. Throws UsageError.
google::protobuf::Duration ParseDuration(std::string_view text);

// `2025-11-30 09:00:00`, with milliseconds where there are some.
std::string MomentText(const google::protobuf::Timestamp& moment, const cctz::time_zone& zone);

// As ParseDuration takes it.
std::string DurationText(const google::protobuf::Duration& duration);

}  // namespace voronka::command_line
