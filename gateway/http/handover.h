#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

#include "gateway/http/asio.h"

namespace voronka::gateway {

// Hands a value from whatever thread to the one coroutine that waits for it.
template <class T>
class Handover {
 public:
  explicit Handover(asio::any_io_executor executor) : executor_(std::move(executor)) {}

  // Not again before the value is taken.
  void Give(T value) {
    std::unique_lock lock(mutex_);
    if (!waiter_) {
      value_ = std::move(value);
      return;
    }
    const auto waiter = std::exchange(waiter_, nullptr);
    lock.unlock();
    waiter(std::move(value));
  }

  // This must live until the value is there.
  Task<T> Take() {
    return asio::async_initiate<const asio::use_awaitable_t<>&, void(T)>(
        [this](auto handler) { Wait(std::make_shared<decltype(handler)>(std::move(handler))); }, asio::use_awaitable);
  }

 private:
  template <class Handler>
  void Wait(std::shared_ptr<Handler> handler) {
    const auto resume = [executor = executor_, handler](T value) {
      asio::post(executor, [handler, value = std::move(value)]() mutable { (*handler)(std::move(value)); });
    };
    std::unique_lock lock(mutex_);
    if (!value_) {
      waiter_ = resume;
      return;
    }
    T value = std::move(*value_);
    value_.reset();
    lock.unlock();
    resume(std::move(value));
  }

  const asio::any_io_executor executor_;
  std::mutex mutex_;
  std::optional<T> value_;
  std::function<void(T)> waiter_;
};

}  // namespace voronka::gateway
