#include <google/protobuf/util/time_util.h>

#include <cstdlib>
#include <optional>

#include "client/command_line/moments.h"
#include "client/command_line/usage_error.h"
#include "tests/fuzz/target.h"

namespace voronka::fuzz {
namespace {

using command_line::Here;
using google::protobuf::util::TimeUtil;

// Nothing if the text is refused.
template <class Parse>
auto Parsed(const Parse& parse) -> std::optional<decltype(parse())> {
  try {
    return parse();
  } catch (const command_line::UsageError&) {
    return std::nullopt;
  }
}

bool IsValid(const google::protobuf::Duration& duration) {
  return std::abs(duration.seconds()) <= TimeUtil::kDurationMaxSeconds && std::abs(duration.nanos()) < 1'000'000'000;
}

bool IsValid(const google::protobuf::Timestamp& moment) {
  return moment.seconds() >= TimeUtil::kTimestampMinSeconds && moment.seconds() <= TimeUtil::kTimestampMaxSeconds &&
         moment.nanos() >= 0 && moment.nanos() < 1'000'000'000;
}

void CheckDuration(const std::string& input) {
  const auto duration = Parsed([&] { return command_line::ParseDuration(input); });
  if (!duration) return;
  Require(IsValid(*duration), "a duration can be sent");
  const std::string shown = command_line::DurationText(*duration);
  const auto again = Parsed([&] { return command_line::ParseDuration(shown); });
  Require(again && command_line::DurationText(*again) == shown, "a duration is read as it is shown");
}

void CheckMoment(const std::string& input) {
  const Here here;
  const auto moment = Parsed([&] { return command_line::ParseMoment(input, here); });
  if (!moment) return;
  Require(IsValid(*moment), "a moment can be sent");
  const std::string shown = command_line::MomentText(*moment, here.zone);
  const auto again = Parsed([&] { return command_line::ParseMoment(shown, here); });
  Require(again && command_line::MomentText(*again, here.zone) == shown, "a moment is read as it is shown");
}

}  // namespace

void Check(const std::string& input) {
  CheckDuration(input);
  CheckMoment(input);
}

}  // namespace voronka::fuzz
