// What may happen in a step of a simulation.
#include <fmt/format.h>

#include <array>

#include "foundation/security/p256_key.h"
#include "notifier/devices/device_steps.h"
#include "notifier/devices/devices.h"
#include "notifier/inbox/inbox_steps.h"
#include "notifier/push/waiting_pushes.h"
#include "tests/notifier/proto_text.h"
#include "tests/notifier/simulation/beginnings.h"
#include "tests/notifier/simulation/local_clock.h"
#include "tests/notifier/simulation/simulation.h"
#include "tests/notifier/simulation/times.h"

namespace voronka::simulation {
namespace {

using namespace std::chrono_literals;
using v1::Notification;

int64_t Micros(std::chrono::microseconds time) { return time.count(); }

// Nobody encrypts for it.
const std::string& SomeKey() {
  static const std::string key = security::P256PrivateKey::Generate().PublicPoint();
  return key;
}

}  // namespace

void Simulation::TakeStep() {
  using Action = void (*)(Simulation&);
  static constexpr std::pair<int, Action> kActions[] = {
      {8, [](Simulation& seed) { seed.WaitAWhile(); }},
      {3, [](Simulation& seed) { seed.Happen(&Company::SetTask); }},
      {3, [](Simulation& seed) { seed.Happen(&Company::ChangeTask); }},
      {1, [](Simulation& seed) { seed.Happen(&Company::CompleteTask); }},
      {2, [](Simulation& seed) { seed.Happen(&Company::OfferDeal); }},
      {4, [](Simulation& seed) { seed.Answer(); }},
      {2, [](Simulation& seed) { seed.ChangeWishes(); }},
      {1, [](Simulation& seed) { seed.MoveUser(); }},
      {1, [](Simulation& seed) { seed.Register(); }},
      {1, [](Simulation& seed) { seed.RemoveDevice(); }},
      {1, [](Simulation& seed) { seed.InstallAnew(); }},
      {1, [](Simulation& seed) { seed.LogOut(); }},
      {1, [](Simulation& seed) { seed.EndSessionElsewhere(); }},
      {2, [](Simulation& seed) { seed.ChangeMood(); }},
      {1, [](Simulation& seed) { seed.SetClock(); }},
      {1, [](Simulation& seed) { seed.StopOrStart(); }},
  };
  int sides = 0;
  for (const auto& [weight, action] : kActions) sides += weight;
  int thrown = dice_.Throw(sides);
  for (const auto& [weight, action] : kActions) {
    thrown -= weight;
    if (thrown < 0) return action(*this);
  }
}

void Simulation::WaitAWhile() {
  const int64_t time = Micros(dice_.Once(3)   ? dice_.Between(1s, 2min)
                              : dice_.Once(2) ? dice_.Between(2min, 2h)
                                              : dice_.Between(2h, 12h));
  Note("time passes until " + Readable(Now() + time));
  Pass(time, kMostWakes);
}

void Simulation::Happen(std::string (Company::*what)()) {
  Note((company_.*what)());
  // Otherwise it is followed later.
  if (const auto which = SomeReplica(); which && !dice_.Once(4)) FollowLog(*which);
}

void Simulation::Answer() {
  auto entries = inbox_.entries();
  // Mostly what is news.
  if (!dice_.Once(4)) {
    std::erase_if(entries, [](const auto& entry) { return entry.state != Notification::STATE_UNREAD; });
  }
  if (entries.empty()) return;
  const auto entry = entries[dice_.Throw(std::ssize(entries))];
  auto& phone = SomePhone();
  const bool on_phone = phone.user == entry.user && phone.device != 0 && !phone.ended_step;
  const int64_t session = on_phone ? phone.session : kSessionsOnScreens + entry.user;
  const int64_t until = dice_.Once(2) ? Now() + Micros(dice_.Between(1s, 20h)) : 0;
  Note(until == 0 ? fmt::format("user {} acknowledges notification {} in session {}", entry.user, entry.id, session)
                  : fmt::format("user {} snoozes notification {} in session {} until {}", entry.user, entry.id, session,
                                Readable(until)));
  const bool done = Call(entry.user, session, [&](rpc::Session& call, notifier::SnoozeTimers& timers) {
    if (until == 0) {
      v1::AcknowledgeNotificationRequest request;
      request.set_notification_id(entry.id);
      notifier::AcknowledgeNotification(call, request);
      return;
    }
    v1::SnoozeNotificationRequest request;
    request.set_notification_id(entry.id);
    *request.mutable_snooze_time() = notifier::Timestamp(until);
    notifier::SnoozeNotification(call, request, timers);
  });
  if (!done) return;
  until == 0 ? inbox_.Acknowledged(entry) : inbox_.Snoozed(entry, until);
  Look(false);
  if (!on_phone) return;
  phone.Close({entry.id, entry.occurrence});
  for (auto& ring : record_.rings) {
    if (ring.IsAbout(phone.device, entry.id, entry.occurrence)) ring.answered_there = true;
  }
}

void Simulation::ChangeWishes() {
  const int64_t user = kUsers[dice_.Throw(std::size(kUsers))];
  auto wishes = wishes_[user];
  const auto request = wishes.Change(dice_);
  Note(fmt::format("user {} wishes {}", user, request.ShortDebugString()));
  const bool done = Call(user, kSessionsOnScreens + user,
                         [&](rpc::Session& call, auto&) { notifier::ChangePreferences(call, request); });
  if (!done) return;
  wishes_[user] = wishes;
  for (auto& ring : record_.rings) {
    if (ring.user != user || !ring.quiet.enabled || ring.IsOverAt(step_)) continue;
    ring.quiet = wishes.QuietIn(ring.quiet.zone);
    ring.quiet_since = step_;
  }
}

void Simulation::MoveUser() {
  const int64_t user = kUsers[dice_.Throw(std::size(kUsers))];
  Note(company_.Hire(user, kZones[dice_.Throw(kZones.size())]));
}

Phone& Simulation::SomePhone() { return *std::next(phones_.begin(), dice_.Throw(std::ssize(phones_))); }

void Simulation::Register() { RegisterPhone(SomePhone()); }

void Simulation::RegisterPhone(Phone& phone) {
  if (phone.ended_step) LogIn(phone, phone.user);
  if (phone.session == 0) phone.session = ++sessions_;
  if (phone.address.empty()) {
    const auto host = HostOfPhone(phone);
    phone.address = fmt::format("https://{}/{}/{}", host, company_.account, ++installations_);
  }
  v1::RegisterDeviceRequest request;
  auto& device = *request.mutable_device();
  device.set_vendor(notifier::v1::VENDOR_WEB_PUSH);
  device.set_name("Chrome, Windows");
  device.set_address(phone.address);
  device.set_public_key(SomeKey());
  device.set_auth_secret(std::string(16, 'a'));
  const int64_t former = phone.device;
  const bool done = Call(phone.user, phone.session, [&](rpc::Session& call, auto&) {
    phone.device = notifier::RegisterDevice(call, request, *world_.push_services).id();
  });
  if (!done) return;
  Note(fmt::format("user {} registers device {} in session {} at {}", phone.user, phone.device, phone.session,
                   phone.address));
  // It replaces the session's, and whichever had the address.
  for (auto other = addresses_.begin(); other != addresses_.end();) {
    const auto [id, address] = *other++;
    if (id != phone.device && (id == former || address == phone.address)) Removed(id);
  }
  addresses_[phone.device] = phone.address;
  devices_of_sessions_[phone.session] = phone.device;
  phone.was_told_gone = false;
}

void Simulation::RemoveDevice() {
  auto& phone = SomePhone();
  if (phone.device == 0 || phone.was_told_gone || phone.ended_step) return;
  Note(fmt::format("user {} removes device {}", phone.user, phone.device));
  const bool done = Call(phone.user, phone.session, [&](rpc::Session& call, auto&) {
    // As RemoveDevice, which refuses to do it again: here, a call that is repeated has no key that tells that.
    notifier::Devices(call.db, call.account_id()).Remove(phone.user, phone.device);
  });
  if (!done) return;
  Removed(phone.device);
  phone.device = 0;
}

// Its push service does not find it where it was. It may register anew before anybody hears of that.
void Simulation::InstallAnew() {
  auto& phone = SomePhone();
  Note(fmt::format("device {} leaves {}", phone.device, phone.address));
  phone.address.clear();
  phone.Forget();
  if (dice_.Once(2)) RegisterPhone(phone);
}

// Its next user may be another.
void Simulation::LogOut() {
  auto& phone = SomePhone();
  if (!phone.ended_step) Note(company_.EndSession(phone.session));
  LogIn(phone, kUsers[dice_.Throw(std::size(kUsers))]);
  if (dice_.Once(2)) RegisterPhone(phone);
}

// What was shown of the session before is taken away.
void Simulation::LogIn(Phone& phone, int64_t user) {
  phone.session = ++sessions_;
  phone.device = 0;
  phone.user = user;
  phone.ended_step.reset();
  phone.Forget();
}

// As from the user's list of sessions, on another device.
void Simulation::EndSessionElsewhere() {
  auto& phone = SomePhone();
  if (phone.ended_step || phone.device == 0 || phone.was_told_gone || phone.address.empty()) return;
  Note(company_.EndSession(phone.session) + " from elsewhere");
  phone.ended_step = ++step_;
}

void Simulation::ChangeMood() {
  using Mood = PushService::Mood;
  static constexpr std::array kBad = {Mood::kDown, Mood::kDown,    Mood::kAsksToWait, Mood::kSlow,
                                      Mood::kLies, Mood::kRepeats, Mood::kRefuses};
  auto& service = *std::next(push_services_.begin(), dice_.Throw(std::ssize(push_services_)));
  const auto mood = dice_.Once(2) ? Mood::kWell : kBad[dice_.Throw(kBad.size())];
  service.Turn(mood);
  Suffer(service.host);
  Note(service.host + " " + NameOf(mood));
}

void Simulation::SetClock() {
  static constexpr std::array<int64_t, 5> kSteps = {kSecond, kMinute, 17 * kMinute, kHour, kDay};
  const int64_t before = Now();
  world_.clock.Set(before + kSteps[dice_.Throw(kSteps.size())] * (dice_.Once(2) ? 1 : -1));
  Note("the clock is set, from " + Readable(before));
  // What is due by the former clock may wait until the present one shows that.
  record_.troubles.push_back({++step_, std::max(before, Now())});
}

void Simulation::StopOrStart() {
  const int which = dice_.Throw(2);
  up_[which] = !up_[which];
  Note(fmt::format("replica {} is {}", which, up_[which] ? "started" : "stopped"));
  if (up_[which]) world_.replicas.at(which)->Restart();
  Suffer();
}

}  // namespace voronka::simulation
