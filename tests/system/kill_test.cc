#include <gmock/gmock.h>
#include <google/protobuf/util/message_differencer.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>

#include "tests/support/eventually.h"
#include "tests/system/event_log.h"
#include "tests/system/ledger.h"
#include "tests/system/live_inbox.h"
#include "tests/system/measured.h"
#include "tests/system/reading.h"
#include "tests/system/requests.h"
#include "tests/system/sales_load.h"
#include "tests/system/size.h"
#include "voronka/crm/v1/task.pb.h"

namespace voronka::testing {
namespace {

using namespace std::chrono_literals;
using crm::v1::Deal;
using crm::v1::DealChange;
using crm::v1::Event;
using crm::v1::Task;
using notifier::v1::Notification;
using Outcome = Told::Outcome;

constexpr int kManagers = 3;
constexpr auto kDownFor = 1s;
// Answers that show that work goes on after a kill.
constexpr int kAnswersBetweenKills = 150;

// Each service and the database is killed under running load, as a power failure would end it: once, or, in full size,
// five times.
class Kill : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    system = std::make_unique<System>();
    account = std::make_unique<Account>(*system, kManagers, 5s);
    for (int number = 0; number < kManagers; ++number) {
      inboxes.push_back(std::make_unique<LiveInbox>(std::vector{&account->manager(number)}));
    }
    {
      SalesLoad load(*account, ledger);
      AwaitAnswers();
      for (int round = 0; round < Size(5, 1); ++round) KillEverything();
    }
    settled = Eventually([] { return DealsOn(account->head(), kFirstStage, 0).empty() && EveryTaskIsOverdue(); }, 90s);
    log = EventLog::Read({account.get()});
    events = log.Of(account->id());
  }

  static void TearDownTestSuite() {
    inboxes.clear();
    account.reset();
    system.reset();
  }

  static void AwaitAnswers() {
    const int wanted = ledger.Acknowledged() + kAnswersBetweenKills;
    if (!Eventually([&] { return ledger.Acknowledged() >= wanted; }, 2min)) {
      ADD_FAILURE() << "work does not go on after the kill";
    }
  }

  static void KillEverything() {
    KillAndRestart(system->crm());
    KillAndRestart(system->distribution());
    KillAndRestart(system->notifier());
    KillDatabase();
  }

  static void KillAndRestart(Process& process) {
    process.Kill9();
    std::this_thread::sleep_for(kDownFor);
    process.Start();
    process.WaitServing();
    AwaitAnswers();
  }

  static void KillDatabase() {
    system->database().Kill9();
    std::this_thread::sleep_for(kDownFor);
    system->database().Start();
    AwaitAnswers();
  }

  // How many notifications of this kind there are of each task.
  static std::map<int64_t, int> CountByTask(Notification::Kind kind) {
    std::map<int64_t, int> counts;
    for (int number = 0; number < kManagers; ++number) {
      for (const auto& notification : InboxOf(account->manager(number))) {
        if (notification.kind() == kind) ++counts[notification.task_id()];
      }
    }
    return counts;
  }

  // The last thing that the load has to wait for.
  static bool EveryTaskIsOverdue() {
    return CountByTask(Notification::KIND_TASK_OVERDUE).size() >=
           ledger.Of("CreateTask", Outcome::kAcknowledged).size();
  }

  // How many events of this sort each request has made.
  static std::map<std::string, int> Count(const std::function<bool(const Event&)>& is_of_sort) {
    std::vector<Event> of_sort;
    std::ranges::copy_if(events, std::back_inserter(of_sort), is_of_sort);
    return CountByRequest(of_sort);
  }

  // Acknowledged: once. Refused: never. Unknown: at most once.
  static void ExpectAsTold(const std::string& method, const std::map<std::string, int>& counts) {
    for (const Told& told : ledger.Of(method, Outcome::kAcknowledged)) {
      EXPECT_TRUE(counts.contains(told.request_id)) << method << " was acknowledged: " << told.request_id;
    }
    for (const Told& told : ledger.Of(method, Outcome::kRefused)) {
      EXPECT_FALSE(counts.contains(told.request_id)) << method << " was refused: " << told.failure;
    }
    for (const auto& [request_id, times] : counts) EXPECT_EQ(times, 1) << method << " " << request_id;
  }

  static inline std::unique_ptr<System> system;
  static inline std::unique_ptr<Account> account;
  static inline std::vector<std::unique_ptr<LiveInbox>> inboxes;
  static inline Ledger ledger;
  static inline EventLog log;
  static inline std::vector<Event> events;
  static inline bool settled = false;
};

bool Is(const Event& event, DealChange::Kind kind) { return event.has_deal() && event.deal().kind() == kind; }

TEST_F(Kill, LeavesNoCallWithAnAnswerThatNobodyExpects) {
  Measured("{} requests acknowledged, {} refused, {} repeats", ledger.Acknowledged(),
           ledger.All(Outcome::kRefused).size(), ledger.Repeats());
  for (const Told& told : ledger.All(Outcome::kUnknown)) ADD_FAILURE() << told.failure;
}

TEST_F(Kill, LosesAndDoublesNoInquiry) {
  ExpectAsTold("SubmitInquiry", Count([](const Event& event) { return event.has_inquiry(); }));
  ExpectAsTold("SubmitInquiry", Count([](const Event& event) { return Is(event, DealChange::KIND_CREATED); }));
}

TEST_F(Kill, LosesAndDoublesNoMove) {
  ExpectAsTold("MoveDeal", Count([](const Event& event) { return Is(event, DealChange::KIND_MOVED); }));
}

TEST_F(Kill, LosesAndDoublesNoTask) {
  ExpectAsTold("CreateTask", Count([](const Event& event) { return event.has_task(); }));
}

TEST_F(Kill, DoublesNoOfferAndNoReclaim) {
  for (const auto& [request_id, times] : Count([](const Event& event) {
         return Is(event, DealChange::KIND_OFFERED) || Is(event, DealChange::KIND_RECLAIMED);
       })) {
    EXPECT_EQ(times, 1) << request_id;
  }
}

TEST_F(Kill, LosesAndDoublesNoReminder) {
  auto reminders = CountByTask(Notification::KIND_TASK_REMINDER);
  auto overdue = CountByTask(Notification::KIND_TASK_OVERDUE);
  for (const Told& told : ledger.Of("CreateTask", Outcome::kAcknowledged)) {
    const int64_t task_id = AnswerOf<Task>(told).id();
    EXPECT_EQ(reminders[task_id], 1) << "task " << task_id;
    EXPECT_EQ(overdue[task_id], 1) << "task " << task_id;
  }
}

TEST_F(Kill, ShowsEachNotificationOnceOnTheLiveStreams) {
  for (int number = 0; number < kManagers; ++number) {
    const auto kept = InboxOf(account->manager(number));
    EXPECT_TRUE(Eventually([&] { return inboxes[number]->Arrived().size() >= kept.size(); }));
    std::map<int64_t, int> shown;
    for (const auto& arrival : inboxes[number]->Arrived()) ++shown[arrival.notification.id()];
    for (const auto& notification : kept) EXPECT_EQ(shown[notification.id()], 1) << notification.ShortDebugString();
  }
}

TEST_F(Kill, LeavesNoDealOfTheQueueWithNobody) {
  EXPECT_TRUE(settled);
  const auto deals = DealsOn(account->head(), kFirstStage);
  for (const Deal& deal : deals) EXPECT_NE(deal.responsible_user_id(), 0) << deal.ShortDebugString();
}

TEST_F(Kill, LeavesTheLogWithoutGapsAndWithTheDealsAsTheyAre) {
  EXPECT_EQ(log.Irregularities(), "");
  std::map<int64_t, Deal> told;
  for (const Event& event : events) {
    if (event.has_deal()) told[event.deal().after().id()] = event.deal().after();
  }
  size_t deals = 0;
  for (const auto* stage : {kAccepted, "price_sent"}) {
    for (const Deal& deal : DealsOn(account->head(), stage)) {
      ++deals;
      EXPECT_TRUE(google::protobuf::util::MessageDifferencer::Equals(deal, told[deal.id()])) << deal.ShortDebugString();
    }
  }
  EXPECT_EQ(deals + DealsOn(account->head(), kFirstStage).size(), told.size());
  Measured("{} events of {} deals", events.size(), told.size());
}

}  // namespace
}  // namespace voronka::testing
