#pragma once

#include <array>
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

// Follows the heads of the log and tells how far it may be served. InnoDB shows a commit before it is durable, and a
// crash could take back and reuse an offset that was shown; so after reading the heads the tail makes one durable
// commit of its own, and only what it had read before that commit leaves the process. Where this process has committed
// itself, its own commit is the durable one: all before its offset is durable with it.
class Tail {
 public:
  // A partition has new entries beyond `after`, up to `upto`.
  using OnAdvance = std::function<void(storage::Connection& db, int partition, int64_t after, int64_t upto)>;

  Tail(const config::v1::Database& database, process::Log& log, OnAdvance on_advance);
  ~Tail() { Stop(); }

  // Reads the heads once, here, then follows them on a thread of its own.
  void Start();
  void Stop();

  // This process has committed, as Log tells it. The commits of other replicas are seen within 20 ms. Asks the
  // connection for the offset where nobody else asks or looks just then: of many commits at once, one look tells more.
  void Committed(storage::Connection& db, std::optional<int> partition);

  int64_t DurableHead(int partition) const;
  // Offsets before it are older than the retention.
  int64_t FirstOffset(int partition) const;
  std::string History() const;

 private:
  // False: somebody asks or looks already, who sees less or more than this.
  bool BeginAsking();
  // 0: it is not known.
  void EndAsking(int partition, int64_t head);
  void Wake();

  void Loop();
  void Tell(const std::map<int, int64_t>& committed);
  void Look();
  void Publish(const std::vector<Extent>& extents);
  void Beat();

  mutable std::mutex mutex_;
  std::condition_variable wake_;
  bool woken_ = false;
  bool looking_ = false;
  bool asking_ = false;
  bool stopping_ = false;
  std::string history_;
  std::vector<Extent> durable_;
  // By partition: up to where this process has committed since that was told last.
  std::map<int, int64_t> committed_;

  storage::Connection db_;
  process::Log& log_;
  const OnAdvance on_advance_;
  std::thread thread_;
};

}  // namespace voronka::events
