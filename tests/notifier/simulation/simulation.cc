#include "tests/notifier/simulation/simulation.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "event_consumer/change.h"
#include "foundation/rpc/calls/partition.h"
#include "tests/notifier/simulation/beginnings.h"
#include "tests/notifier/simulation/local_clock.h"
#include "tests/notifier/simulation/rules/rules.h"
#include "tests/notifier/simulation/times.h"
#include "voronka/crm/v1/session.pb.h"

namespace voronka::simulation {
namespace {

constexpr int kSteps = 28;
constexpr int kDiesOnceIn = 14;
constexpr int kPhones = 3;
constexpr int kMostWakesAtTheEnd = 200;
constexpr int64_t kUntilTheEnd = 30 * kHour;
constexpr const char* kHosts[] = {"fcm.googleapis.com", "updates.push.services.mozilla.com", "web.push.apple.com"};

int64_t CursorOf(World& world, int64_t account) {
  const auto rows =
      world.db.Query("SELECT offset_id FROM event_cursors WHERE partition_id = ?", rpc::PartitionOf(account));
  return rows.empty() ? 0 : rows[0].Int(0);
}

}  // namespace

Simulation::Simulation(World& world, uint64_t seed)
    : world_(world), dice_(seed), company_([&] {
        const int64_t account = world.NewAccount();
        return Company(account, CursorOf(world, account), world.clock, dice_);
      }()) {
  world_.deliver = [this](auto push, auto answered) { Deliver(std::move(push), std::move(answered)); };
  Begin(seed);
}

Simulation::~Simulation() {
  world_.deliver = [](const auto&...) {};
  world_.Forget(company_.account);
}

void Simulation::Begin(uint64_t seed) {
  const auto beginning = BeginningOf(seed, dice_);
  world_.clock.Set(beginning.at);
  for (size_t i = 0; i < world_.replicas.size(); ++i) world_.replicas[i]->Begin(2 * seed + i);
  for (const char* host : kHosts) push_services_.emplace_back(host, dice_);
  Note(company_.Hire(kUsers[0], beginning.zone));
  Note(company_.Hire(kUsers[1], kZones[dice_.Throw(kZones.size())]));
  Work(0, {});
  for (int i = 0; i < kPhones; ++i) {
    auto& phone = phones_.emplace_back();
    phone.user = kUsers[i % 2];
    RegisterPhone(phone);
  }
}

std::vector<std::string> Simulation::Run() {
  for (int i = 0; i < kSteps && found_.empty(); ++i) TakeStep();
  if (found_.empty()) End();
  return found_;
}

void Simulation::End() {
  is_over_ = true;
  up_[0] = up_[1] = true;
  Note("the end: all is well");
  for (auto& service : push_services_) {
    service.Turn(PushService::Mood::kWell);
    service.AnswerLate();
    Suffer(service.host);
  }
  Pass(kUntilTheEnd, kMostWakesAtTheEnd);
  for (const auto& phone : phones_) {
    for (const auto& [notification, occurrence] : phone.showing()) {
      record_.shown_at_end.push_back({phone.device, notification, occurrence});
    }
    if (phone.ended_step) {
      record_.ended.push_back({*phone.ended_step, phone.session, phone.address, std::ssize(phone.showing())});
    }
  }
  std::ranges::move(Check(record_), std::back_inserter(found_));
}

void Simulation::Note(const std::string& what) {
  steps_.push_back(fmt::format("{:4} {} {}", step_, Readable(Now()), what));
}

bool Simulation::Work(int which, const Next& next) {
  const bool has_news = followed_ < company_.log().size() || inbox_.HasDue(Now());
  const bool sweeps = is_over_ || !dice_.Once(6);
  if (!FollowLog(which) || !FireTimers(which, sweeps && (has_news || IsDue(next.timers)))) return false;
  if (!has_news && !IsDue(next.pushes) && !dice_.Once(6)) return sweeps;
  const auto handed = record_.handovers.size();
  if (!SendPushes(which)) return false;
  // The answers may be noted late.
  if (handed == record_.handovers.size()) return sweeps;
  return !dice_.Once(5) && SendPushes(which) && sweeps;
}

bool Simulation::FollowLog(int which) {
  const auto& log = company_.log();
  // It may not know that the other has followed them.
  const size_t begin = dice_.Once(12) ? 0 : followed_;
  if (begin == log.size()) return true;
  const auto crash = Operate(which, [&](Replica& replica) { replica.Follow(std::span(log).subspan(begin)); });
  if (!crash || !crash->BeforeCommit()) {
    while (followed_ < log.size()) Followed(log[followed_++]);
  }
  Look(false);
  return !crash;
}

bool Simulation::FireTimers(int which, bool sweeps) {
  const bool has_due = inbox_.HasDue(Now());
  const auto crash = Operate(which, [&](Replica& replica) {
    if (sweeps) replica.Sweep(static_cast<int>(company_.account % timers::kShards));
    replica.FireTimers();
  });
  if (has_due || crash || dice_.Once(4)) Look(sweeps && !crash);
  return !crash;
}

bool Simulation::SendPushes(int which) {
  return !Operate(which, [](Replica& replica) { replica.SendPushes(); });
}

std::optional<Crash> Simulation::Operate(int which, const std::function<void(Replica&)>& work) {
  ++step_;
  auto& replica = *world_.replicas.at(which);
  std::optional<Crash> crash;
  {
    const int dies_at = !is_over_ && dice_.Once(kDiesOnceIn) ? 1 + dice_.Throw(4) : 0;
    const Fatality fatality(dies_at, [&](process::KillPoint point) {
      if (point != process::KillPoint::kPushesFound || !up_[1 - which] || !dice_.Once(3)) return;
      Note(fmt::format("replica {} sends meanwhile", 1 - which));
      world_.replicas.at(1 - which)->SendPushes();
    });
    try {
      work(replica);
    } catch (const Crash& died) {
      crash = died;
    }
  }
  if (!crash) return crash;
  Note(fmt::format("replica {} dies {} a commit", which, crash->BeforeCommit() ? "before" : "after"));
  replica.Restart();
  Suffer();
  return crash;
}

std::optional<int> Simulation::SomeReplica() {
  const int first = dice_.Throw(2);
  if (up_[first]) return first;
  return up_[1 - first] ? std::optional(1 - first) : std::nullopt;
}

bool Simulation::Call(int64_t user, int64_t session, const Method& method) {
  rpc::Caller caller;
  caller.account_id = company_.account;
  caller.user_id = user;
  caller.session_id = session;
  caller.role = options::v1::ROLE_MANAGER;
  const auto call = [&](Replica& replica) { replica.Call(caller, method); };
  auto which = SomeReplica();
  while (which && Operate(*which, call)) which = SomeReplica();
  return which.has_value();
}

void Simulation::Turn(const Next& next) {
  for (auto& service : push_services_) {
    if (dice_.Once(3)) service.AnswerLate();
  }
  const auto which = SomeReplica();
  if (!which) return Suffer();
  const bool done = Work(*which, next);
  if (up_[1 - *which] && dice_.Once(6)) Work(1 - *which, next);
  for (const auto& service : push_services_) {
    if (!service.IsWell()) Suffer(service.host);
  }
  if (done) record_.rests.push_back({++step_, Now()});
}

void Simulation::Pass(int64_t time, int wakes) {
  const int64_t until = Now() + time;
  auto next = NextDue();
  for (; next.First() && *next.First() <= until && found_.empty(); next = NextDue()) {
    if (wakes-- == 0) {
      // As if nobody had been there for a while.
      Suffer();
      break;
    }
    world_.clock.Set(std::max(Now(), *next.First()));
    Turn(next);
  }
  world_.clock.Set(std::max(Now(), until));
  Turn(next);
}

Simulation::Next Simulation::NextDue() {
  if (!up_[0] && !up_[1]) return {};
  const auto rows = world_.db.Query(
      "SELECT (SELECT MIN(due) FROM timers WHERE account_id = ? AND state = 1), "
      "(SELECT MIN(next_time) FROM pushes WHERE state = 1)",
      company_.account);
  const auto moment = [&](int column) {
    return rows[0].IsNull(column) ? std::nullopt : std::optional(rows[0].Int(column));
  };
  return {moment(0), moment(1)};
}

void Simulation::Suffer(const std::string& host) { record_.troubles.push_back({++step_, Now(), host}); }

void Simulation::Look(bool complete) {
  auto changes = inbox_.Compare(InboxOf(world_.db, company_.account), Now(), complete);
  for (const auto& shown : changes.shown) Expect(shown);
  for (const auto& settled : changes.settled) Settle(settled);
  std::ranges::move(changes.violations, std::back_inserter(found_));
}

void Simulation::Expect(const Told& told) {
  const auto wish = wishes_[told.user].Of(told.kind);
  Note(fmt::format("user {} is shown notification {} ({}, {}) of task {}, deal {}", told.user, told.id, told.occurrence,
                   v1::Notification::Kind_Name(told.kind), told.task, told.deal));
  if (told.sound != wish.sound() || told.popup != wish.popup()) {
    found_.push_back(fmt::format("notification {} is not as user {} wishes", told.id, told.user));
  }
  if (!wish.push()) return;
  const bool until_deadline =
      told.kind == v1::Notification::KIND_OFFER || told.kind == v1::Notification::KIND_OFFER_WARNING;
  for (const auto& phone : phones_) {
    if (phone.user != told.user || !addresses_.contains(phone.device)) continue;
    record_.rings.push_back({.user = told.user,
                             .device = phone.device,
                             .address = addresses_.at(phone.device),
                             .notification = told.id,
                             .occurrence = told.occurrence,
                             .kind = told.kind,
                             .made_step = step_,
                             .made = Now(),
                             .expire = until_deadline ? told.deadline : Now() + kDay,
                             .may_in_quiet_hours = wish.in_quiet_hours(),
                             .quiet = wishes_[told.user].QuietIn(inbox_.ZoneOf(told.user)),
                             .may_be_gone = phone.was_told_gone});
  }
}

void Simulation::Settle(const ExpectedInbox::Settled& settled) {
  Note(fmt::format("notification {} of user {} is settled", settled.id, settled.user));
  for (auto& ring : record_.rings) {
    if (ring.user == settled.user && ring.notification == settled.id && ring.occurrence == settled.occurrence) {
      ring.settled = step_;
    }
  }
}

void Simulation::Followed(const crm::v1::Event& event) {
  inbox_.Follow(event, Now());
  if (!events::IsChangeTo<crm::v1::Session>(event)) return;
  const int64_t session = event.change().resource_id();
  if (const auto device = devices_of_sessions_.find(session); device != devices_of_sessions_.end()) {
    Removed(device->second);
  }
}

void Simulation::Deliver(notifier::Push push, notifier::PushAnswered answered) {
  const auto& address = push.device.address();
  auto& service = *std::ranges::find(push_services_, HostOf(address), &PushService::host);
  const auto fate = service.Take(push, std::move(answered), PhoneAt(address), Now());
  const auto present = addresses_.find(push.device.id());
  record_.handovers.push_back({.step = step_,
                               .at = Now(),
                               .device = push.device.id(),
                               .address = address,
                               .present_address = present == addresses_.end() ? "" : present->second,
                               .message = push.message,
                               .expire = push.expire,
                               .fate = fate});
  auto& handover = record_.handovers.back();
  if (const auto* ring = record_.RingOf(handover)) handover.quiet = ring->quiet;
  Note(fmt::format("{}: {}", Describe(record_.handovers.back()), NameOf(fate)));
  if (fate == Fate::kGone && !push.message.signed_out()) PhoneIsGone(push.device.id());
}

Phone* Simulation::PhoneAt(const std::string& address) {
  const auto found = std::ranges::find(phones_, address, &Phone::address);
  return found == phones_.end() ? nullptr : &*found;
}

const std::string& Simulation::HostOfPhone(const Phone& phone) const {
  auto host = push_services_.begin();
  for (auto other = phones_.begin(); &*other != &phone; ++other) ++host;
  return host->host;
}

void Simulation::PhoneIsGone(int64_t device) {
  for (auto& ring : record_.rings) ring.may_be_gone = ring.may_be_gone || ring.device == device;
  for (auto& phone : phones_) phone.was_told_gone = phone.was_told_gone || phone.device == device;
}

void Simulation::Removed(int64_t device) {
  addresses_.erase(device);
  for (auto& ring : record_.rings) {
    if (ring.device == device && !ring.removed) ring.removed = step_;
  }
}

}  // namespace voronka::simulation
