#include "crm_service/sales/rules/attempts.h"

#include <google/protobuf/util/time_util.h>

#include <optional>

namespace voronka::crm {
namespace {

constexpr int64_t kWholeMinute = 60'000'000;

}  // namespace

bool IsOnStage(int64_t time, int64_t entered) {
  const bool is_typed = time % kWholeMinute == 0;
  return time >= (is_typed ? entered - entered % kWholeMinute : entered);
}

int CountFor(const v1::AttemptsAsk& ask, const Attempts& attempts) {
  const int64_t apart = google::protobuf::util::TimeUtil::DurationToMicroseconds(ask.least_interval());
  int count = 0;
  std::optional<int64_t> last;
  for (const int64_t time : ask.in_all() ? attempts.in_all : attempts.in_stage) {
    if (last && time - *last < apart) continue;
    last = time;
    ++count;
  }
  return count;
}

}  // namespace voronka::crm
