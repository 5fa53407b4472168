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

// Small recurring jobs, on one thread with one database connection. A job that fails is logged and tried again next
// time.
class Periodic {
 public:
  using Work = std::function<void(storage::Connection&)>;
  // Returns true if there is more to do: it then runs again at once, after the other jobs, unless it is stopped.
  using Portion = std::function<bool(storage::Connection&)>;

  Periodic(const config::v1::Database& database, process::Log& log) : db_(database), log_(log) {}
  ~Periodic() { Stop(); }

  // Call before DoAll and Start.
  void Add(std::string name, std::chrono::milliseconds every, Work work);
  void AddInPortions(std::string name, std::chrono::milliseconds every, Portion portion);
  // Runs every job once, on the calling thread.
  void DoAll();
  // Runs the jobs repeatedly on a thread of its own.
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
  // Returns whether there is more to do.
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
