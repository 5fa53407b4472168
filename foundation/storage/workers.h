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

// Threads that each own a database connection and run jobs on it, taking turns between lines. No gate takes more than
// half of the threads.
class Workers {
 public:
  // Neither may throw.
  using Job = std::function<void(Connection&)>;
  using Refuse = std::function<void()>;

  Workers(const config::v1::Database& database, int threads, size_t waiting_limit);
  ~Workers();

  // Runs the job when its line's turn comes. Instead calls `refuse`, on the calling thread or on a worker, if too many
  // jobs wait, if this one has waited too long, or after Stop.
  void Submit(const Line& line, Job job, Refuse refuse);
  // For the process's own work: never refused. Calling it after Stop has returned is an error.
  void SubmitAlways(const Line& line, Job job);

  // Finishes all queued jobs, including those that they submit, then ends the threads.
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
