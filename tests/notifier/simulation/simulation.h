#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <list>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "notifier/inbox/inbox_steps.h"
#include "tests/notifier/simulation/company.h"
#include "tests/notifier/simulation/crash.h"
#include "tests/notifier/simulation/expected_inbox.h"
#include "tests/notifier/simulation/phone.h"
#include "tests/notifier/simulation/push_service.h"
#include "tests/notifier/simulation/record.h"
#include "tests/notifier/simulation/wishes.h"
#include "tests/notifier/simulation/world.h"

namespace voronka::simulation {

// A few days of a few people, their tasks and their phones, in virtual time: whatever the dice of a seed say.
class Simulation {
 public:
  Simulation(World& world, uint64_t seed);
  ~Simulation();

  // Until something is wrong. Returns what is; empty: nothing.
  std::vector<std::string> Run();
  // What happened, in order.
  const std::vector<std::string>& steps() const { return steps_; }

 private:
  // In a step, which has to be short.
  static constexpr int kMostWakes = 8;
  // Of browsers whose devices are not registered.
  static constexpr int64_t kSessionsOnScreens = 1000;

  using Method = std::function<void(rpc::Session&, notifier::SnoozeTimers&)>;

  void Begin(uint64_t seed);
  void TakeStep();
  void End();
  void Note(const std::string& what);
  int64_t Now() const { return world_.clock.Shown(); }

  // When there is something to do next. Nothing: never, as far as the tables say.
  struct Next {
    std::optional<int64_t> timers;
    std::optional<int64_t> pushes;

    std::optional<int64_t> First() const {
      if (timers && pushes) return std::min(timers, pushes);
      return timers ? timers : pushes;
    }
  };
  Next NextDue();
  bool IsDue(const std::optional<int64_t>& moment) const { return moment && *moment <= Now(); }
  // A replica does everything that is due; most that is not is left out, to save time. False: it has died on the way.
  bool Work(int which, const Next& next);
  // Its parts.
  bool FollowLog(int which);
  bool FireTimers(int which, bool sweeps);
  bool SendPushes(int which);
  // Runs what a replica does, which may die meanwhile, and is started again then.
  std::optional<Crash> Operate(int which, const std::function<void(Replica&)>& work);
  // One that is up. Nothing: none is.
  std::optional<int> SomeReplica();
  // A user's call, repeated until it is answered. False: nobody is up.
  bool Call(int64_t user, int64_t session, const Method& method);

  // Everybody who is up has a turn.
  void Turn(const Next& next);
  // The notifier does what is due meanwhile, at most `wakes` times.
  void Pass(int64_t time, int wakes);
  void Suffer(const std::string& host = {});

  // Looks into the inboxes. `complete`: whatever is due has fired.
  void Look(bool complete);
  void Expect(const Told& told);
  void Settle(const ExpectedInbox::Settled& settled);
  void Followed(const crm::v1::Event& event);
  // A push is handed over.
  void Deliver(notifier::Push push, notifier::PushAnswered answered);
  Phone* PhoneAt(const std::string& address);
  // A phone stays with its push service.
  const std::string& HostOfPhone(const Phone& phone) const;
  void PhoneIsGone(int64_t device);
  void Removed(int64_t device);

  // What may happen in a step.
  void WaitAWhile();
  void Answer();
  void ChangeWishes();
  void MoveUser();
  void Register();
  void RegisterPhone(Phone& phone);
  void RemoveDevice();
  void InstallAnew();
  void LogOut();
  void LogIn(Phone& phone, int64_t user);
  void EndSessionElsewhere();
  void ChangeMood();
  void SetClock();
  void StopOrStart();
  void Happen(std::string (Company::*what)());
  Phone& SomePhone();

  World& world_;
  testing::Dice dice_;
  Company company_;
  std::map<int64_t, Wishes> wishes_;
  std::list<Phone> phones_;
  std::list<PushService> push_services_;
  ExpectedInbox inbox_;
  Record record_;
  // Where the notifier was told that a device is.
  std::map<int64_t, std::string> addresses_;
  std::map<int64_t, int64_t> devices_of_sessions_;
  bool up_[2] = {true, true};
  // How many events have had their effects.
  size_t followed_ = 0;
  int step_ = 0;
  int sessions_ = 0;
  int installations_ = 0;
  // Nobody dies any more.
  bool is_over_ = false;
  std::vector<std::string> steps_;
  std::vector<std::string> found_;
};

}  // namespace voronka::simulation
