#include "client/command_line/interrupt.h"

#include <utility>

namespace voronka::command_line {

Interrupt::Interrupt() {
  sigemptyset(&signals_);
  sigaddset(&signals_, SIGINT);
  sigaddset(&signals_, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals_, &mask_before_);
  thread_ = std::thread([this] { Await(); });
}

Interrupt::~Interrupt() {
  Call(nullptr);
  pthread_kill(thread_.native_handle(), SIGINT);
  thread_.join();
  pthread_sigmask(SIG_SETMASK, &mask_before_, nullptr);
}

void Interrupt::Call(std::function<void()> on_interrupt) {
  const std::lock_guard lock(mutex_);
  on_interrupt_ = std::move(on_interrupt);
  if (came_ && on_interrupt_) on_interrupt_();
}

bool Interrupt::CameWithin(std::chrono::milliseconds patience) const {
  std::unique_lock lock(mutex_);
  return changed_.wait_for(lock, patience, [this] { return came_; });
}

void Interrupt::Await() {
  int signal = 0;
  sigwait(&signals_, &signal);
  const std::lock_guard lock(mutex_);
  came_ = true;
  if (on_interrupt_) on_interrupt_();
  changed_.notify_all();
}

}  // namespace voronka::command_line
