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

// Threads that own a database connection each and run jobs on it, by turns of lines. No gate takes more than half of
// the threads.
class Workers {
 public:
  // Neither may throw.
  using Job = std::function<void(Connection&)>;
  using Refuse = std::function<void()>;

  Workers(const config::v1::Database& database, int threads, size_t waiting_limit);
  ~Workers();

  // Runs the job when its line is next; calls `refuse` in its place, here or on a thread, where too many wait, where it
  // has waited for too long, or after Stop.
  void Submit(const Line& line, Job job, Refuse refuse);
  // For the process's own work: never refused, but an error once Stop has returned.
  void SubmitAlways(const Line& line, Job job);

  // Finishes what is queued, and what that still submits, then ends the threads.
  void Stop();

  size_t Waiting() const;

 private:
  struct Order {
    Job run;
    Refuse refuse;
  };
  using Queue = AdmissionQueue<Order>;

  bool Accept(const Line& line, Order& order);
  void Work(const config::v1::Database& database);
  void Perform(const Queue::Popped& next, Connection& connection) noexcept;
  std::optional<Queue::Popped> Next();
  void Done(const Line& line);
  bool IsFinished() const { return stopping_ && queue_.waiting() == 0 && queue_.in_flight() == 0; }

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  Queue queue_;
  bool stopping_ = false;
  std::vector<std::jthread> threads_;
};

}  // namespace voronka::storage
