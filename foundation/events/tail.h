#pragma once

#include <array>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "foundation/events/log.h"
#include "foundation/process/log.h"

namespace voronka::events {

// Follows the heads of the log and says how far it may be served. InnoDB shows a commit before it is durable, and after
// a crash an offset that was already visible could be lost and reused. So after reading the heads, the tail makes a
// durable commit of its own, and only what it had read before that commit leaves the process. If this process has
// committed to the log itself, that commit takes its place: everything before its offset is durable with it.
class Tail {
 public:
  // A partition has new entries after `after`, up to and including `upto`.
  using OnAdvance = std::function<void(storage::Connection& db, int partition, int64_t after, int64_t upto)>;

  Tail(const config::v1::Database& database, process::Log& log, OnAdvance on_advance);
  ~Tail() { Stop(); }

  // Reads the heads once, on the calling thread, then follows them on a thread of its own.
  void Start();
  void Stop();

  // Call after this process has committed, with what Log passes on. Commits of other replicas are noticed within 20 ms.
  // Asks the connection for the offset unless a query or a poll is already in progress, or this process commits so much
  // that the next poll will do: one poll then covers many commits.
  void Committed(storage::Connection& db, std::optional<int> partition);

  int64_t DurableHead(int partition) const;
  // Offsets before it have been deleted by retention.
  int64_t FirstOffset(int partition) const;
  // As it was at most a second ago.
  std::string History() const;

 private:
  bool IsLeftToNextPoll();
  // False: a query or a poll is already in progress, which may see less or more than this commit.
  bool BeginAsking();
  // A head of 0 means that it is not known.
  void EndAsking(int partition, int64_t head);
  void Wake();

  void Loop();
  // Decides by how many commits this process has made lately.
  void MeasureLoad();
  void Tell(const std::map<int, int64_t>& committed);
  void Look();
  void ReadHistory();
  void Publish(const std::vector<Extent>& extents);
  void Beat();

  mutable std::mutex mutex_;
  std::condition_variable wake_;
  bool woken_ = false;
  bool looking_ = false;
  bool asking_ = false;
  bool stopping_ = false;
  std::string history_;
  std::chrono::steady_clock::time_point next_history_;
  std::vector<Extent> durable_;
  // By partition: how far this process has committed since the tail last published it.
  std::map<int, int64_t> committed_;
  // Of this process, since counted_since_.
  int commits_ = 0;
  std::chrono::steady_clock::time_point counted_since_;
  bool under_load_ = false;

  storage::Connection db_;
  process::Log& log_;
  const OnAdvance on_advance_;
  std::thread thread_;
};

}  // namespace voronka::events
