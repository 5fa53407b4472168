#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tests/notifier/simulation/quiet.h"
#include "voronka/notifier/v1/notification.pb.h"
#include "voronka/notifier/v1/push_message.pb.h"

namespace voronka::simulation {

namespace v1 = notifier::v1;

// What a push service made of a push.
enum class Fate {
  // The device has it.
  kDelivered,
  // Accepted, and delivered to nobody.
  kLost,
  // To be tried again.
  kTurnedAway,
  // There is no device at that address.
  kGone,
  kRefused,
};

const char* NameOf(Fate fate);

// What happens in a seed is numbered, since clocks are set. Moments are what the clock showed, in microseconds since
// 1970 UTC.

// A notification is shown as news, and so has to ring on a device of its user.
struct Ring {
  int64_t user;
  int64_t device;
  std::string address;
  int64_t notification;
  int occurrence;
  v1::Notification::Kind kind;
  int made_step;
  int64_t made;
  // When there is nothing to ring for any more.
  int64_t expire;
  bool may_in_quiet_hours;
  // As they are now, and since which step if the user has changed them.
  Quiet quiet;
  int quiet_since = 0;
  // It was answered, or what it is about has ended.
  std::optional<int> settled = {};
  // The device was removed, or its user cannot have it any more.
  std::optional<int> removed = {};
  // The session of the device answered it, and closed it itself.
  bool answered_there = false;
  // Its push service has said that the device is gone: it may be removed at any time.
  bool may_be_gone = false;

  int64_t Due() const { return DueIn(quiet); }
  int64_t DueIn(const Quiet& hours) const { return may_in_quiet_hours ? made : hours.End(made); }
  bool IsAbout(int64_t its_device, int64_t its_notification, int its_occurrence) const {
    return device == its_device && notification == its_notification && occurrence == its_occurrence;
  }
  bool IsOverAt(int step) const { return (settled && *settled <= step) || (removed && *removed <= step); }
};

// A push was handed to a push service.
struct Handover {
  int step;
  int64_t at;
  int64_t device;
  std::string address;
  // Where the device of that number is by then. Empty: there is none.
  std::string present_address;
  v1::PushMessage message;
  int64_t expire;
  Fate fate;
  // The user's, as they were then, for the kind of notification.
  Quiet quiet = {};

  // It shows a notification.
  bool Rings() const { return !message.close() && !message.signed_out(); }
};

// Something went wrong at that moment: with one push service or, if it is not named, with everything.
struct Trouble {
  int step;
  int64_t at;
  std::string host = {};
};

// The notifier has done everything that was due then.
struct Rest {
  int step;
  int64_t at;
};

// A device shows that notification at the end.
struct Shown {
  int64_t device;
  int64_t notification;
  int occurrence;
};

// A session was ended elsewhere: how many notifications its device shows at the end.
struct EndedSession {
  int step;
  int64_t session;
  std::string address;
  int64_t showing;
};

struct Record {
  std::vector<Ring> rings;
  std::vector<Handover> handovers;
  std::vector<Trouble> troubles;
  std::vector<Rest> rests;
  std::vector<Shown> shown_at_end;
  std::vector<EndedSession> ended;

  // Nothing: it was not to ring there.
  const Ring* RingOf(const Handover& handover) const;
  // The last trouble that the push service had up to that step. Nothing: none.
  const Trouble* LastTrouble(const std::string& host, int step) const;
};

// Of an address: who serves it.
std::string HostOf(const std::string& address);

}  // namespace voronka::simulation
