#include "notifier/push/vendors/push_http.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <stdexcept>
#include <utility>

#include "notifier/push/vendors/push_url.h"

namespace voronka::notifier {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kLongestSleepMillis = 1'000;
// A task takes a tenth of a millisecond: encryption. Answers are not kept waiting by many of them.
constexpr size_t kTasksAtOnce = 50;
// As many as a lane has room for over HTTP/1.1.
constexpr long kMostConnectionsOfAHost = 16;

CURLM* NewMulti() {
  curl_global_init(CURL_GLOBAL_DEFAULT);
  CURLM* const multi = curl_multi_init();
  if (multi == nullptr) throw std::runtime_error("libcurl cannot be used");
  // Else it opens one for each request that finds the streams of the others taken for a moment.
  curl_multi_setopt(multi, CURLMOPT_MAX_HOST_CONNECTIONS, kMostConnectionsOfAHost);
  return multi;
}

// All requests to one origin share its lane. A URL that is none has its own: libcurl will say what is wrong.
std::string LaneOf(const std::string& url) {
  const auto parsed = ParsePushUrl(url);
  return parsed ? parsed->Origin() : url;
}

// Nobody's fault: whoever reads it asks again after the next start.
template <class Call>
void FailAsItStops(const Call& call) {
  call.Fail("the server stops", v1::PushIntent::TROUBLE_UNSPECIFIED);
}

}  // namespace

PushHttp::PushHttp() : multi_(NewMulti()), thread_([this] { Loop(); }) {}

PushHttp::~PushHttp() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  curl_multi_wakeup(multi_);
  thread_.join();
  curl_multi_cleanup(multi_);
}

void PushHttp::Run(Task task) {
  {
    const std::lock_guard lock(mutex_);
    tasks_.push_back(std::move(task));
  }
  curl_multi_wakeup(multi_);
}

void PushHttp::Ask(HttpRequest request, HttpAnswered answered) {
  HttpCall call{std::move(request), std::move(answered)};
  if (stopped_) return FailAsItStops(call);
  const std::string lane = LaneOf(call.request.url);
  lanes_.Add(lane, std::move(call), Clock::now());
}

void PushHttp::Loop() {
  for (;;) {
    for (const auto& task : TakeTasks()) task();
    if (stopped_) return Stop();
    int running = 0;
    curl_multi_perform(multi_, &running);
    End();
    GiveUpLate();
    Start();
    curl_multi_poll(multi_, nullptr, 0, kLongestSleepMillis, nullptr);
  }
}

std::vector<PushHttp::Task> PushHttp::TakeTasks() {
  const std::lock_guard lock(mutex_);
  stopped_ = stopping_;
  const auto first = tasks_.begin();
  const auto last = first + static_cast<ptrdiff_t>(stopped_ ? tasks_.size() : std::min(tasks_.size(), kTasksAtOnce));
  std::vector<Task> taken(std::make_move_iterator(first), std::make_move_iterator(last));
  tasks_.erase(first, last);
  if (!tasks_.empty()) curl_multi_wakeup(multi_);
  return taken;
}

void PushHttp::Start() {
  for (auto& start : lanes_.TakeNext()) {
    auto exchange = std::make_unique<HttpExchange>(std::move(start.call));
    CURL* const handle = exchange->handle();
    under_way_.emplace(handle, UnderWay{std::move(start.origin), std::move(exchange)});
    curl_multi_add_handle(multi_, handle);
  }
}

void PushHttp::End() {
  int left = 0;
  while (const CURLMsg* const message = curl_multi_info_read(multi_, &left)) {
    // Removing the handle frees the message.
    const CURLcode result = message->data.result;
    const auto ended = under_way_.extract(message->easy_handle);
    const auto& [origin, exchange] = ended.mapped();
    lanes_.Leave(origin, exchange->IsHttp2());
    curl_multi_remove_handle(multi_, exchange->handle());
    exchange->End(result);
  }
}

void PushHttp::GiveUpLate() {
  for (const auto& late : lanes_.TakeLate(Clock::now())) {
    late.Fail("too many requests wait for this host", v1::PushIntent::TROUBLE_TIMEOUT);
  }
}

void PushHttp::Stop() {
  for (const auto& waiting : lanes_.TakeAll()) FailAsItStops(waiting);
  for (const auto& [handle, stopped] : under_way_) {
    curl_multi_remove_handle(multi_, handle);
    FailAsItStops(*stopped.exchange);
  }
  under_way_.clear();
}

}  // namespace voronka::notifier
