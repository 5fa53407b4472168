#include "foundation/rpc/server/periodic.h"

#include <algorithm>

namespace voronka::rpc {

void Periodic::Add(std::string name, std::chrono::milliseconds every, Work work) {
  AddInPortions(std::move(name), every, [work = std::move(work)](storage::Connection& db) {
    work(db);
    return false;
  });
}

void Periodic::AddInPortions(std::string name, std::chrono::milliseconds every, Portion portion) {
  rounds_.push_back({std::move(name), every, std::move(portion), std::chrono::steady_clock::now()});
}

void Periodic::DoAll() {
  for (auto& round : rounds_) Do(round);
}

void Periodic::Start() {
  thread_ = std::thread([this] { Loop(); });
}

void Periodic::Stop() {
  {
    std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  stop_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void Periodic::Loop() {
  std::unique_lock lock(mutex_);
  while (!stop_.wait_until(lock, NextRound(), [this] { return stopping_; })) {
    lock.unlock();
    for (auto& round : rounds_) {
      if (round.next <= std::chrono::steady_clock::now()) Do(round);
    }
    lock.lock();
  }
}

void Periodic::Do(Round& round) {
  const bool more = Try(round);
  round.next = std::chrono::steady_clock::now() + (more ? std::chrono::milliseconds(0) : round.every);
}

bool Periodic::Try(const Round& round) try { return round.portion(db_); } catch (const std::exception& error) {
  log_.Warning("periodic work failed", {{"work", round.name}, {"error", error.what()}});
  return false;
}

std::chrono::steady_clock::time_point Periodic::NextRound() const {
  const auto first =
      std::min_element(rounds_.begin(), rounds_.end(), [](const auto& a, const auto& b) { return a.next < b.next; });
  return first == rounds_.end() ? std::chrono::steady_clock::now() + std::chrono::hours(1) : first->next;
}

}  // namespace voronka::rpc
