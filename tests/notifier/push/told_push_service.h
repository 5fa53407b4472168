#pragma once

#include <functional>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include "notifier/push/push_sender.h"

namespace voronka::notifier {

// A push service that answers as a test tells it to.
class ToldPushService {
 public:
  // Nothing: it does not answer.
  using Answering = std::function<std::optional<PushAnswer>(const Push&)>;

  static std::optional<PushAnswer> Accept(const Push&) { return PushAnswer{PushAnswer::Outcome::kAccepted}; }
  static std::optional<PushAnswer> Ignore(const Push&) { return std::nullopt; }
  static Answering Always(PushAnswer answer) {
    return [answer = std::move(answer)](const Push&) { return answer; };
  }

  explicit ToldPushService(Answering answering = Accept) : answering_(std::move(answering)) {}

  PushSender::Send Door() {
    return [this](Push push, const std::function<void(const PushAnswer&)>& answered) {
      std::optional<PushAnswer> answer;
      {
        const std::lock_guard lock(mutex_);
        answer = answering_(push);
        received_.push_back(std::move(push));
      }
      if (answer) answered(*answer);
    };
  }

  void Become(Answering answering) {
    const std::lock_guard lock(mutex_);
    answering_ = std::move(answering);
  }
  std::vector<Push> Received() const {
    const std::lock_guard lock(mutex_);
    return received_;
  }

 private:
  mutable std::mutex mutex_;
  Answering answering_;
  std::vector<Push> received_;
};

}  // namespace voronka::notifier
