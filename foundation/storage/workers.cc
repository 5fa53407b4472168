#include "foundation/storage/workers.h"

#include <algorithm>
#include <chrono>
#include <stdexcept>

namespace voronka::storage {
namespace {

using Clock = std::chrono::steady_clock;

// Leaves threads for other gates.
int WidestGate(int threads) { return std::max(1, threads / 2); }

}  // namespace

Workers::Workers(const config::v1::Database& database, int threads, size_t waiting_limit)
    : queue_(waiting_limit, WidestGate(threads)) {
  for (int i = 0; i < threads; ++i) {
    threads_.emplace_back([this, database] { Work(database); });
  }
}

Workers::~Workers() { Stop(); }

void Workers::Submit(const Line& line, Job job, Refuse refuse) {
  Order order{std::move(job), std::move(refuse)};
  if (!Accept(line, order)) return order.refuse();
  changed_.notify_one();
}

bool Workers::Accept(const Line& line, Order& order) {
  const std::lock_guard lock(mutex_);
  return !stopping_ && queue_.Push(line, order, Clock::now());
}

void Workers::SubmitAlways(const Line& line, Job job) {
  {
    const std::lock_guard lock(mutex_);
    if (IsFinished()) throw std::logic_error("work was submitted after the workers had stopped");
    queue_.PushAlways(line, {std::move(job), nullptr}, Clock::now());
  }
  changed_.notify_one();
}

void Workers::Stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  threads_.clear();
}

size_t Workers::Waiting() const {
  const std::lock_guard lock(mutex_);
  return queue_.waiting();
}

void Workers::Work(const config::v1::Database& database) {
  Connection connection(database);
  while (const auto next = Next()) Perform(*next, connection);
}

// An exception ends the process.
void Workers::Perform(const Queue::Popped& next, Connection& connection) noexcept {
  if (next.late) return next.job.refuse();
  next.job.run(connection);
  Done(next.line);
}

std::optional<Workers::Queue::Popped> Workers::Next() {
  std::unique_lock lock(mutex_);
  for (;;) {
    if (auto next = queue_.Pop(Clock::now())) return next;
    if (IsFinished()) break;
    changed_.wait(lock);
  }
  changed_.notify_all();
  return std::nullopt;
}

void Workers::Done(const Line& line) {
  // Wakes no other thread: this one comes back for the job that may run now.
  const std::lock_guard lock(mutex_);
  queue_.Done(line);
}

}  // namespace voronka::storage
