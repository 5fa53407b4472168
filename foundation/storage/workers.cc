#include "foundation/storage/workers.h"

#include <stdexcept>

namespace voronka::storage {
namespace {

constexpr int kInFlightPerKey = 8;

void RunOrDie(const Workers::Job& job, Connection& connection) noexcept { job(connection); }

}  // namespace

Workers::Workers(const config::v1::Database& database, int threads, size_t waiting_limit)
    : queue_(waiting_limit, kInFlightPerKey) {
  for (int i = 0; i < threads; ++i) {
    threads_.emplace_back([this, database] { Work(database); });
  }
}

Workers::~Workers() { Stop(); }

bool Workers::Submit(int64_t key, Job job) {
  {
    const std::lock_guard lock(mutex_);
    if (stopping_ || !queue_.Push(key, std::move(job))) return false;
  }
  changed_.notify_one();
  return true;
}

void Workers::SubmitAlways(int64_t key, Job job) {
  {
    const std::lock_guard lock(mutex_);
    if (IsFinished()) throw std::logic_error("work was submitted after the workers had stopped");
    queue_.PushAlways(key, std::move(job));
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
  while (const auto admitted = Next()) {
    RunOrDie(admitted->job, connection);
    Done(admitted->key);
  }
}

std::optional<Workers::Queue::Admitted> Workers::Next() {
  std::unique_lock lock(mutex_);
  for (;;) {
    if (auto admitted = queue_.Pop()) return admitted;
    if (IsFinished()) return std::nullopt;
    changed_.wait(lock);
  }
}

void Workers::Done(int64_t key) {
  bool finished = false;
  {
    const std::lock_guard lock(mutex_);
    queue_.Done(key);
    finished = IsFinished();
  }
  finished ? changed_.notify_all() : changed_.notify_one();
}

}  // namespace voronka::storage
