#pragma once

#include <curl/curl.h>

#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

#include "notifier/push/vendors/http_exchange.h"
#include "notifier/push/vendors/lanes.h"

namespace voronka::notifier {

// Sends requests to many hosts at a time, on a thread of its own, and keeps the connections.
class PushHttp {
 public:
  using Task = std::function<void()>;

  PushHttp();
  // Answers whatever is not answered yet with a failure.
  ~PushHttp();
  PushHttp(const PushHttp&) = delete;
  PushHttp& operator=(const PushHttp&) = delete;

  // Runs the task soon on the thread of this object. Safe to call from every thread. Tasks must not throw.
  void Run(Task task);

  // On the thread of this object only, as in a task. `answered` runs there too, and may ask again.
  void Ask(HttpRequest request, HttpAnswered answered);

 private:
  struct UnderWay {
    std::string origin;
    std::unique_ptr<HttpExchange> exchange;
  };

  void Loop();
  // The next ones to run. Notes whether to stop.
  std::vector<Task> TakeTasks();
  void Start();
  void End();
  void GiveUpLate();
  void Stop();

  CURLM* const multi_;

  std::mutex mutex_;
  std::deque<Task> tasks_;
  bool stopping_ = false;

  // The rest belongs to the thread.
  bool stopped_ = false;
  Lanes lanes_;
  std::unordered_map<CURL*, UnderWay> under_way_;
  std::thread thread_;
};

}  // namespace voronka::notifier
