#pragma once

#include <span>
#include <string>

#include "voronka/notifier/v1/preference.pb.h"
#include "voronka/notifier/v1/push_message.pb.h"

namespace voronka::notifier {

struct Words {
  const char* ru;
  const char* en;

  const char* In(const std::string& locale) const { return locale == "en" ? en : ru; }
};

// What ends a notification: it is marked, and does not come again. Of an offer, a task or an approval it is also
// acknowledged while it is unread, as it asks for something that is not to be done any more.
enum class EndsWith { kNothing, kOffer, kTask, kOwnership, kApproval };

// A kind of notification. A new one is a row in kinds.cc; nothing else knows kinds by name except who makes them.
struct Kind {
  v1::Notification::Kind kind;
  Words title;
  // Patterns: see texts.cc.
  Words text;
  // For a device where nothing of the client or the task may be said, if `text` says nothing without its names.
  Words discreet = {};
  // Until the user prefers something else.
  struct {
    bool push;
    bool popup;
    bool sound;
    v1::KindPreference::Urgency urgency;
    bool in_quiet_hours;
  } usually;
  EndsWith ends_with = EndsWith::kNothing;
  // Only the deadline is as long as a push of it makes sense. Otherwise a day is.
  bool lives_until_deadline = false;
  // Somebody has to act on it, so it goes to a stand-in if the user is not active.
  bool somebody_must_act = false;
  // Of a task, and its setter gets it too.
  bool also_for_setter = false;
  // Whoever has not read it is told even after its end: it is the end that it tells of.
  bool stays_unread = false;
  // Users choose how they get it.
  bool has_preference = true;
  // The most important first: a device shows as many as it can.
  std::span<const v1::PushMessage::Action> buttons = {};
};

// In the order in which users see them.
std::span<const Kind> Kinds();

// Throws std::logic_error for one that has no row.
const Kind& KindOf(v1::Notification::Kind kind);

const Words& TitleOf(v1::PushMessage::Action action);

// Numbers for SQL: `IN (1, 2)`.
template <class Condition>
std::string InKinds(Condition holds) {
  std::string numbers;
  for (const auto& kind : Kinds()) {
    if (holds(kind)) numbers += (numbers.empty() ? "" : ", ") + std::to_string(kind.kind);
  }
  return "IN (" + numbers + ")";
}

std::string InKindsThatEndWith(EndsWith end);

}  // namespace voronka::notifier
