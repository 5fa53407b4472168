#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "foundation/process/log.h"
#include "foundation/storage/connection.h"

namespace voronka::rpc {

// Small work that comes round, on one thread with a database connection. What fails is logged and tried again next
// time.
class Periodic {
 public:
  using Work = std::function<void(storage::Connection&)>;
  // True: there is more, so that it comes again at once, after the others and unless it is stopped.
  using Portion = std::function<bool(storage::Connection&)>;

  Periodic(const config::v1::Database& database, process::Log& log) : db_(database), log_(log) {}
  ~Periodic() { Stop(); }

  // Before the rest.
  void Add(std::string name, std::chrono::milliseconds every, Work work);
  void AddInPortions(std::string name, std::chrono::milliseconds every, Portion portion);
  // Everything once, here.
  void DoAll();
  // Again and again on its thread.
  void Start();
  void Stop();

 private:
  struct Round {
    std::string name;
    std::chrono::milliseconds every;
    Portion portion;
    std::chrono::steady_clock::time_point next;
  };

  void Loop();
  void Do(Round& round);
  // Whether there is more of it.
  bool Try(const Round& round);
  std::chrono::steady_clock::time_point NextRound() const;

  storage::Connection db_;
  process::Log& log_;
  std::vector<Round> rounds_;
  std::mutex mutex_;
  std::condition_variable stop_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace voronka::rpc
