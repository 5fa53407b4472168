#pragma once

#include <array>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

#include "foundation/events/log.h"
#include "foundation/process/log.h"
#include "foundation/process/random.h"

namespace voronka::events {

// Follows the heads of the log and tells how far it may be served. InnoDB shows a commit before it is durable, and a
// crash could take back and reuse an offset that was shown; so after reading the heads the tail makes one durable
// commit of its own, and only what it had read before that commit leaves the process.
class Tail {
 public:
  // A partition has new entries beyond `after`, up to `upto`.
  using OnAdvance = std::function<void(storage::Connection& db, int partition, int64_t after, int64_t upto)>;

  Tail(const config::v1::Database& database, process::Random& random, process::Log& log, OnAdvance on_advance);
  ~Tail() { Stop(); }

  // Reads the heads once, here, then follows them on a thread of its own.
  void Start();
  void Stop();

  // This process has committed: look now. The commits of other replicas are seen within 20 ms.
  void Wake();

  int64_t DurableHead(int partition) const;
  // Offsets before it are older than the retention.
  int64_t FirstOffset(int partition) const;
  std::string History() const;

 private:
  void Loop();
  void Look();
  void Publish(const std::vector<Extent>& extents);
  void Beat();

  mutable std::mutex mutex_;
  std::condition_variable wake_;
  bool woken_ = false;
  bool stopping_ = false;
  std::string history_;
  std::vector<Extent> durable_;

  storage::Connection db_;
  process::Log& log_;
  const OnAdvance on_advance_;
  const std::string reader_;
  std::thread thread_;
};

}  // namespace voronka::events
