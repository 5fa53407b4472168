#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "foundation/storage/connection.h"
#include "tests/notifier/simulation/expected_moments.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/event.pb.h"
#include "voronka/notifier/v1/notification.pb.h"

namespace voronka::simulation {

namespace v1 = notifier::v1;

// A row of the table `inbox`.
struct Told {
  int64_t user;
  std::string key;
  int64_t id;
  v1::Notification::Kind kind;
  v1::Notification::State state;
  int occurrence;
  // 0: none. The same holds for the task and the deal.
  int64_t deadline;
  int64_t task;
  int64_t deal;
  int64_t made;
  bool popup;
  bool sound;
};

std::vector<Told> InboxOf(storage::Connection& db, int64_t account);

// What has to be in the inboxes of an account, worked out from what happened to its tasks and deals and what users
// answered; and what has changed in them.
class ExpectedInbox {
 public:
  // It is not news any more.
  struct Settled {
    int64_t user;
    int64_t id;
    int occurrence;
  };
  struct Changes {
    // News, for the first time or again.
    std::vector<Told> shown;
    std::vector<Settled> settled;
    std::vector<std::string> violations;
  };
  struct Entry {
    int64_t user;
    std::string key;
    v1::Notification::Kind kind;
    // Not before.
    int64_t moment;
    int64_t task = 0;
    int64_t deadline = 0;
    v1::Notification::State state = v1::Notification::STATE_UNREAD;
    int occurrence = 1;
    int64_t snoozed_until = 0;
    bool ended = false;
    // 0: it is not in the inbox yet.
    int64_t id = 0;
    bool is_placed = false;
    // When it was looked at last.
    v1::Notification::State seen_state = v1::Notification::STATE_UNSPECIFIED;
    int64_t deal = 0;
  };

  // The event has had its effect at `now`.
  void Follow(const crm::v1::Event& event, int64_t now);
  void Acknowledged(const Entry& entry);
  void Snoozed(const Entry& entry, int64_t until);

  // Something has not fired that is due at `now`, or is snoozed until then.
  bool HasDue(int64_t now);
  // Compares. `complete`: whatever is due at `now` has been done.
  Changes Compare(const std::vector<Told>& inbox, int64_t now, bool complete);

  // Those in the inbox.
  std::vector<Entry> entries() const;
  const std::string& ZoneOf(int64_t user) const { return zones_.at(user); }

 private:
  using Key = std::pair<int64_t, std::string>;
  struct Timer {
    int64_t moment;
    bool fired = false;
  };
  struct Plan {
    crm::v1::Task task;
    std::map<int64_t, Timer> reminders;
    Timer overdue;
  };
  struct Offer {
    crm::v1::Deal deal;
    Timer warning;
  };

  void FollowTask(const crm::v1::Event& event);
  void Remind(Plan& plan, const crm::v1::Task& task, int64_t at, bool is_new);
  void EndNewsOf(const crm::v1::Task& task);
  void FollowDeal(const crm::v1::Event& event, int64_t now);
  void EndNewsOfOffer(int64_t deal);
  void End(Entry& entry, bool ended);

  // What has not fired yet, and what is told then.
  struct Armed {
    Timer* timer;
    std::vector<Entry> told;
  };
  std::vector<Armed> ArmedTimers();
  void FireTimers(const std::vector<Told>& inbox, int64_t now, bool complete);
  // Of what is told of a task, by what is new in the inbox.
  void Replace(const std::vector<Told>& inbox, int64_t now);
  void KeepLatest(const std::vector<Told>& inbox, int64_t user, int64_t task, int64_t now);
  static void CameAgainBefore(const Told& told, Entry& entry, int64_t now);
  void CompareRow(const Told& told, int64_t now, bool complete, Changes& changes);
  static void NoteChange(const Told& told, Entry& entry, Changes& changes);
  std::string WhyNot(const Told& told);

  std::map<int64_t, std::string> zones_;
  std::map<int64_t, Plan> plans_;
  std::map<int64_t, Offer> offers_;
  std::map<Key, Entry> entries_;
};

}  // namespace voronka::simulation
