#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "foundation/storage/admission_queue.h"
#include "foundation/storage/connection.h"
#include "voronka/config/v1/process.pb.h"

namespace voronka::storage {

// Threads that own a database connection each and run jobs on it. Of one key (a partition of the event log) at most
// eight jobs run at a time: more would only queue for the same counter row.
class Workers {
 public:
  // Must not throw.
  using Job = std::function<void(Connection&)>;

  Workers(const config::v1::Database& database, int threads, size_t waiting_limit);
  ~Workers();

  // Key 0 is not limited. False where `waiting_limit` jobs wait already, or after Stop.
  [[nodiscard]] bool Submit(int64_t key, Job job);
  // For the process's own work: never refused, but an error once Stop has returned.
  void SubmitAlways(int64_t key, Job job);

  // Finishes what is queued, and what that still submits, then ends the threads.
  void Stop();

  size_t Waiting() const;

 private:
  using Queue = AdmissionQueue<Job>;

  void Work(const config::v1::Database& database);
  std::optional<Queue::Admitted> Next();
  void Done(int64_t key);
  bool IsFinished() const { return stopping_ && queue_.waiting() == 0 && queue_.in_flight() == 0; }

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  Queue queue_;
  bool stopping_ = false;
  std::vector<std::jthread> threads_;
};

}  // namespace voronka::storage
