#include "tests/notifier/simulation/expected_inbox.h"

#include <fmt/format.h>
#include <google/protobuf/util/time_util.h>

#include <algorithm>
#include <set>

#include "event_consumer/change.h"
#include "tests/notifier/simulation/local_clock.h"
#include "tests/notifier/simulation/times.h"
#include "voronka/crm/v1/user.pb.h"

namespace voronka::simulation {
namespace {

using crm::v1::Deal;
using crm::v1::ResourceChange;
using crm::v1::Task;
using google::protobuf::util::TimeUtil;
using v1::Notification;
using Entry = ExpectedInbox::Entry;

int64_t Micros(const google::protobuf::Timestamp& moment) { return TimeUtil::TimestampToMicroseconds(moment); }

// A reminder is one of a due time: the same is not told twice.
Entry ReminderOf(const Task& task, int64_t before, int64_t moment) {
  return {.user = task.assignee_user_id(),
          .key = fmt::format("reminder/{}/{}/{}", task.id(), DueOf(task), before),
          .kind = Notification::KIND_TASK_REMINDER,
          .moment = moment,
          .task = task.id(),
          .deadline = DueOf(task)};
}

Entry OverdueOf(const Task& task, int64_t user, int64_t moment) {
  return {.user = user,
          .key = fmt::format("overdue/{}/{}", task.id(), task.all_day() ? moment : DueOf(task)),
          .kind = Notification::KIND_TASK_OVERDUE,
          .moment = moment,
          .task = task.id(),
          .deadline = DueOf(task)};
}

Entry OfferOf(const char* name, const Deal& deal, Notification::Kind kind, int64_t moment) {
  return {.user = deal.responsible_user_id(),
          .key = fmt::format("{}/{}/{}", name, deal.id(), deal.offer_attempt()),
          .kind = kind,
          .moment = moment,
          .deadline = deal.has_offer_deadline() ? Micros(deal.offer_deadline()) : 0,
          .deal = deal.id()};
}

std::string Describe(const Told& told) {
  return fmt::format("notification {} of user {} ({}, {}, {})", told.id, told.user, told.key,
                     Notification::State_Name(told.state), told.occurrence);
}

bool SameReminders(const Task& a, const Task& b) {
  return DueOf(a) == DueOf(b) && a.all_day() == b.all_day() && a.has_reminders() == b.has_reminders() &&
         a.reminders().SerializeAsString() == b.reminders().SerializeAsString();
}

}  // namespace

std::vector<Told> InboxOf(storage::Connection& db, int64_t account) {
  std::vector<Told> inbox;
  for (auto& row : db.Query("SELECT user_id, told_key, id, kind, state, occurrence, COALESCE(deadline, 0), task_id, "
                            "deal_id, create_time, popup, sound FROM inbox WHERE account_id = ? ORDER BY id",
                            account)) {
    inbox.push_back({.user = row.Int(0),
                     .key = row.Text(1),
                     .id = row.Int(2),
                     .kind = static_cast<Notification::Kind>(row.Int(3)),
                     .state = static_cast<Notification::State>(row.Int(4)),
                     .occurrence = static_cast<int>(row.Int(5)),
                     .deadline = row.Int(6),
                     .task = row.Int(7),
                     .deal = row.Int(8),
                     .made = row.Int(9),
                     .popup = row.Int(10) != 0,
                     .sound = row.Int(11) != 0});
  }
  return inbox;
}

void ExpectedInbox::Follow(const crm::v1::Event& event, int64_t now) {
  events::On<crm::v1::User>(event, [&](const auto& change) { zones_[change.after.id()] = change.after.time_zone(); });
  if (events::IsChangeTo<Task>(event)) FollowTask(event);
  if (events::IsChangeTo<Deal>(event)) FollowDeal(event, now);
}

void ExpectedInbox::FollowTask(const crm::v1::Event& event) {
  const auto task = events::Unpacked<Task>(event.change().after());
  const bool is_new = event.change().kind() == ResourceChange::KIND_CREATED;
  if (task.state() == Task::STATE_OPEN) {
    Remind(plans_[task.id()], task, Micros(event.create_time()), is_new);
  } else {
    plans_.erase(task.id());
  }
  if (!is_new) EndNewsOf(task);
}

void ExpectedInbox::Remind(Plan& plan, const Task& task, int64_t at, bool is_new) {
  const bool passed = !is_new && plan.task.assignee_user_id() != task.assignee_user_id();
  const bool set = is_new || !SameReminders(plan.task, task);
  if (set || passed) {
    const auto former = passed ? std::map<int64_t, Timer>() : plan.reminders;
    plan.reminders.clear();
    for (const auto& [before, moment] : set ? MomentsOfSet(task, at) : MomentsOfPassed(task, at)) {
      const auto same = former.find(before);
      const bool fired = same != former.end() && same->second.moment == moment && same->second.fired;
      plan.reminders[before] = {moment, fired};
    }
  }
  const int64_t overdue = MomentOfOverdue(task, zones_[task.assignee_user_id()]);
  if (is_new || plan.overdue.moment != overdue) plan.overdue = {overdue};
  plan.task = task;
}

void ExpectedInbox::EndNewsOf(const Task& task) {
  for (auto& [key, entry] : entries_) {
    if (entry.task != task.id()) continue;
    const bool of_user = entry.user == task.assignee_user_id() ||
                         (entry.user == task.setter_user_id() && entry.kind == Notification::KIND_TASK_OVERDUE);
    End(entry, task.state() != Task::STATE_OPEN || entry.deadline != DueOf(task) || !of_user);
  }
}

void ExpectedInbox::FollowDeal(const crm::v1::Event& event, int64_t now) {
  const auto deal = events::Unpacked<Deal>(event.change().after());
  // At once, whatever the clock shows.
  constexpr int64_t kAnyMoment = 0;
  const auto tell = [&](const Entry& entry) { entries_.emplace(Key(entry.user, entry.key), entry); };
  EndNewsOfOffer(deal.id());
  if (event.change().kind() == ResourceChange::KIND_RECLAIMED) {
    tell(OfferOf("offer_lost", offers_.at(deal.id()).deal, Notification::KIND_OFFER_LOST, kAnyMoment));
  }
  offers_.erase(deal.id());
  if (!deal.has_offer_deadline()) return;
  tell(OfferOf("offer", deal, Notification::KIND_OFFER, kAnyMoment));
  const int64_t warning = Micros(deal.offer_deadline()) - kMinute;
  offers_[deal.id()] = {deal, {warning, warning <= now}};
}

void ExpectedInbox::EndNewsOfOffer(int64_t deal) {
  for (auto& [key, entry] : entries_) {
    if (entry.deal == deal && entry.kind != Notification::KIND_OFFER_LOST) End(entry, true);
  }
}

void ExpectedInbox::End(Entry& entry, bool ended) {
  entry.ended = ended;
  if (ended) entry.state = Notification::STATE_ACKNOWLEDGED;
}

void ExpectedInbox::Acknowledged(const Entry& entry) {
  entries_.at({entry.user, entry.key}).state = Notification::STATE_ACKNOWLEDGED;
}

void ExpectedInbox::Snoozed(const Entry& entry, int64_t until) {
  auto& known = entries_.at({entry.user, entry.key});
  known.state = known.ended ? Notification::STATE_ACKNOWLEDGED : Notification::STATE_SNOOZED;
  known.snoozed_until = until;
}

std::vector<Entry> ExpectedInbox::entries() const {
  std::vector<Entry> in_the_inbox;
  for (const auto& [key, entry] : entries_) {
    if (entry.id != 0) in_the_inbox.push_back(entry);
  }
  return in_the_inbox;
}

std::vector<ExpectedInbox::Armed> ExpectedInbox::ArmedTimers() {
  std::vector<Armed> armed;
  const auto add = [&](Timer& timer, std::vector<Entry> told) {
    if (!timer.fired) armed.push_back({&timer, std::move(told)});
  };
  for (auto& [id, plan] : plans_) {
    for (auto& [before, timer] : plan.reminders) add(timer, {ReminderOf(plan.task, before, timer.moment)});
    std::vector<Entry> overdue;
    for (const int64_t user : std::set{plan.task.assignee_user_id(), plan.task.setter_user_id()}) {
      if (user != 0) overdue.push_back(OverdueOf(plan.task, user, plan.overdue.moment));
    }
    add(plan.overdue, std::move(overdue));
  }
  for (auto& [id, offer] : offers_) {
    add(offer.warning, {OfferOf("offer_warning", offer.deal, Notification::KIND_OFFER_WARNING, offer.warning.moment)});
  }
  return armed;
}

ExpectedInbox::Changes ExpectedInbox::Compare(const std::vector<Told>& inbox, int64_t now, bool complete) {
  Changes changes;
  FireTimers(inbox, now, complete);
  Replace(inbox, now);
  std::set<Key> keys;
  for (const auto& told : inbox) {
    if (!keys.emplace(told.user, told.key).second) changes.violations.push_back(Describe(told) + " came twice");
    CompareRow(told, now, complete, changes);
  }
  for (const auto& [key, entry] : entries_) {
    if (keys.contains(key)) continue;
    changes.violations.push_back(
        fmt::format("user {} was not told {} of {}", entry.user, entry.key, Readable(entry.moment)));
  }
  return changes;
}

void ExpectedInbox::FireTimers(const std::vector<Told>& inbox, int64_t now, bool complete) {
  std::set<Key> told_keys;
  for (const auto& told : inbox) told_keys.emplace(told.user, told.key);
  for (auto& [timer, told] : ArmedTimers()) {
    if (timer->moment > now) continue;
    const bool has_fired = std::ranges::all_of(told, [&](const Entry& entry) {
      return told_keys.contains({entry.user, entry.key});
    });
    if (!has_fired && !complete) continue;
    timer->fired = true;
    // One that should be there and is not is missed by Compare.
    for (const auto& entry : told) entries_.emplace(Key(entry.user, entry.key), entry);
  }
}

void ExpectedInbox::Replace(const std::vector<Told>& inbox, int64_t now) {
  // By user and task.
  std::set<std::pair<int64_t, int64_t>> told_again;
  for (const auto& told : inbox) {
    const auto found = entries_.find({told.user, told.key});
    if (found == entries_.end() || found->second.is_placed) continue;
    found->second.is_placed = true;
    if (told.task != 0) told_again.emplace(told.user, told.task);
  }
  for (const auto& [user, task] : told_again) KeepLatest(inbox, user, task, now);
}

// Of what the user has not read about the task.
void ExpectedInbox::KeepLatest(const std::vector<Told>& inbox, int64_t user, int64_t task, int64_t now) {
  Entry* latest = nullptr;
  for (const auto& told : inbox) {
    const auto found = entries_.find({told.user, told.key});
    if (told.user != user || told.task != task || found == entries_.end()) continue;
    auto& entry = found->second;
    CameAgainBefore(told, entry, now);
    if (entry.state != Notification::STATE_UNREAD) continue;
    auto* const replaced = latest == nullptr || latest->moment <= entry.moment ? latest : &entry;
    if (replaced != &entry) latest = &entry;
    if (replaced != nullptr) replaced->state = Notification::STATE_ACKNOWLEDGED;
  }
}

// It was snoozed until now, came again a moment before the new one, and was replaced.
void ExpectedInbox::CameAgainBefore(const Told& told, Entry& entry, int64_t now) {
  const bool may_come_again = entry.state == Notification::STATE_SNOOZED && entry.snoozed_until <= now;
  if (!may_come_again || told.state != Notification::STATE_ACKNOWLEDGED) return;
  entry.state = Notification::STATE_ACKNOWLEDGED;
  ++entry.occurrence;
}

bool ExpectedInbox::HasDue(int64_t now) {
  return std::ranges::any_of(ArmedTimers(), [now](const Armed& armed) { return armed.timer->moment <= now; }) ||
         std::ranges::any_of(entries_, [now](const auto& known) {
           return known.second.state == Notification::STATE_SNOOZED && known.second.snoozed_until <= now;
         });
}

std::string ExpectedInbox::WhyNot(const Told& told) {
  for (const auto& [timer, entries] : ArmedTimers()) {
    for (const auto& entry : entries) {
      if (entry.user != told.user || entry.key != told.key) continue;
      return fmt::format("came early: at {}, for {}", Readable(told.made), Readable(timer->moment));
    }
  }
  return "came for nothing";
}

void ExpectedInbox::CompareRow(const Told& told, int64_t now, bool complete, Changes& changes) {
  const auto found = entries_.find({told.user, told.key});
  if (found == entries_.end()) {
    changes.violations.push_back(Describe(told) + " " + WhyNot(told));
    return;
  }
  auto& entry = found->second;
  if (told.made < entry.moment) {
    changes.violations.push_back(
        fmt::format("{} came early: at {}, for {}", Describe(told), Readable(told.made), Readable(entry.moment)));
  }
  const bool may_come_again = entry.state == Notification::STATE_SNOOZED && entry.snoozed_until <= now;
  if (may_come_again && (complete || told.state == Notification::STATE_UNREAD)) {
    entry.state = Notification::STATE_UNREAD;
    ++entry.occurrence;
  }
  if (told.state != entry.state || told.occurrence != entry.occurrence || told.kind != entry.kind ||
      told.deadline != entry.deadline) {
    changes.violations.push_back(fmt::format("{} for {} should be {}, shown {} times, for {}", Describe(told),
                                             Readable(told.deadline), Notification::State_Name(entry.state),
                                             entry.occurrence, Readable(entry.deadline)));
  }
  NoteChange(told, entry, changes);
}

void ExpectedInbox::NoteChange(const Told& told, Entry& entry, Changes& changes) {
  const bool is_new = entry.id == 0;
  const bool was_news = entry.seen_state == Notification::STATE_UNREAD;
  const bool is_news = entry.state == Notification::STATE_UNREAD;
  if (is_new || (is_news && !was_news)) changes.shown.push_back(told);
  if (!is_news && (is_new || was_news)) changes.settled.push_back({told.user, told.id, told.occurrence});
  entry.id = told.id;
  entry.seen_state = entry.state;
}

}  // namespace voronka::simulation
