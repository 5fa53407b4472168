#pragma once

#include <chrono>
#include <cstddef>
#include <deque>
#include <map>
#include <string>
#include <vector>

#include "notifier/push/vendors/http_exchange.h"

namespace voronka::notifier {

// Requests that wait for their turn. Only so many to one origin are under way at once: a host that hangs keeps up
// nobody but those who wait for it.
class Lanes {
 public:
  using Moment = std::chrono::steady_clock::time_point;

  void Add(const std::string& origin, HttpCall call, Moment now);

  struct Start {
    std::string origin;
    HttpCall call;
  };
  // Those whose turn it is; they are under way from now on.
  std::vector<Start> TakeNext();
  // One that was under way is over. An origin that speaks HTTP/2 gets many at once from then on.
  void Leave(const std::string& origin, bool is_http2);
  // Those that have waited too long.
  std::vector<HttpCall> TakeLate(Moment now);
  std::vector<HttpCall> TakeAll();

 private:
  struct Waiting {
    HttpCall call;
    Moment give_up;
  };
  struct Lane {
    std::deque<Waiting> waiting;
    size_t under_way = 0;
    bool is_http2 = false;
  };

  std::map<std::string, Lane> lanes_;
};

}  // namespace voronka::notifier
