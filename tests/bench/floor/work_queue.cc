#include "tests/bench/floor/work_queue.h"

namespace voronka::bench {

WorkQueue::WorkQueue(const Floor& floor, FreshIds& fresh_ids) {
  for (int i = 0; i < floor.workers(); ++i) {
    threads_.emplace_back([this, &floor, &fresh_ids](const std::stop_token& stop) {
      Replay replay(floor, fresh_ids);
      Serve(replay, stop);
    });
  }
}

WorkQueue::~WorkQueue() {
  for (auto& thread : threads_) thread.request_stop();
}

void WorkQueue::Add(Work work) {
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back(std::move(work));
  }
  added_.notify_one();
}

void WorkQueue::Serve(Replay& replay, const std::stop_token& stop) {
  for (std::unique_lock lock(mutex_); added_.wait(lock, stop, [this] { return !waiting_.empty(); });) {
    const Work work = std::move(waiting_.front());
    waiting_.pop_front();
    lock.unlock();
    work(replay);
    lock.lock();
  }
}

}  // namespace voronka::bench
