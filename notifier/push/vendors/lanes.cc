#include "notifier/push/vendors/lanes.h"

#include <utility>

namespace voronka::notifier {
namespace {

// Over HTTP/1.1 each is a connection of its own.
constexpr size_t kAtOnce = 16;
constexpr size_t kAtOnceOverHttp2 = 256;
constexpr std::chrono::seconds kLongestWait(10);

size_t MostUnderWay(bool is_http2) { return is_http2 ? kAtOnceOverHttp2 : kAtOnce; }

}  // namespace

void Lanes::Add(const std::string& origin, HttpCall call, Moment now) {
  auto& lane = lanes_.try_emplace(origin).first->second;
  lane.waiting.push_back({std::move(call), now + kLongestWait});
}

std::vector<Lanes::Start> Lanes::TakeNext() {
  std::vector<Start> starts;
  for (auto& [origin, lane] : lanes_) {
    for (; !lane.waiting.empty() && lane.under_way < MostUnderWay(lane.is_http2); ++lane.under_way) {
      starts.push_back({origin, std::move(lane.waiting.front().call)});
      lane.waiting.pop_front();
    }
  }
  return starts;
}

void Lanes::Leave(const std::string& origin, bool is_http2) {
  const auto found = lanes_.find(origin);
  Lane& lane = found->second;
  --lane.under_way;
  if (is_http2) lane.is_http2 = true;
  if (lane.under_way == 0 && lane.waiting.empty() && !lane.is_http2) lanes_.erase(found);
}

std::vector<HttpCall> Lanes::TakeLate(Moment now) {
  std::vector<HttpCall> late;
  for (auto& [origin, lane] : lanes_) {
    for (; !lane.waiting.empty() && lane.waiting.front().give_up <= now; lane.waiting.pop_front()) {
      late.push_back(std::move(lane.waiting.front().call));
    }
  }
  return late;
}

std::vector<HttpCall> Lanes::TakeAll() { return TakeLate(Moment::max()); }

}  // namespace voronka::notifier
