#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "voronka/notifier/v1/push_message.pb.h"

namespace voronka::simulation {

// A device that a user carries. It shows one notification for each tag, however often that arrives.
class Phone {
 public:
  using Tag = std::pair<int64_t, int>;

  int64_t user = 0;
  int64_t session = 0;
  // Its number, as it was told when it registered. 0: it is not registered.
  int64_t device = 0;
  // Where its push service finds it. It does not any more at an address that it had before.
  std::string address;

  // When its session was ended elsewhere, which it does not know.
  std::optional<int> ended_step;
  // Its push service has told somebody that it is not where it registered.
  bool was_told_gone = false;

  void Receive(const notifier::v1::PushMessage& message, int64_t now);
  // Its user has answered the notification on it.
  void Close(const Tag& tag) { showing_.erase(tag); }
  // Somebody else uses it, or the app was installed anew.
  void Forget() {
    showing_.clear();
    known_.clear();
  }
  const std::set<Tag>& showing() const { return showing_; }

 private:
  std::set<Tag> showing_;
  // What it has shown or was told to close.
  std::set<Tag> known_;
};

}  // namespace voronka::simulation
