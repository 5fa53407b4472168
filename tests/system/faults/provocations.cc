#include "tests/system/faults/provocations.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <future>
#include <thread>

#include "foundation/storage/connection.h"
#include "tests/support/eventually.h"
#include "tests/system/crowd.h"
#include "tests/system/reading.h"
#include "tests/system/requests.h"

namespace voronka::testing {
namespace {

using namespace std::chrono_literals;
using crm::v1::Deal;

constexpr size_t kContested = 10;
constexpr auto kTooLate = 1500ms;
constexpr auto kLatecomersCome = 6s;
constexpr auto kBetweenLooks = 50ms;
// A delay of the log; a retry is answered long before that.
constexpr auto kVerySlow = 1500ms;

Caller* ManagerWithId(Workplace& workplace, int64_t user_id) {
  for (int number = 0; number < workplace.managers(); ++number) {
    if (workplace.manager(number).user_id() == user_id) return &workplace.manager(number);
  }
  return nullptr;
}

void GiveToEverybody(Workplace& workplace, int64_t deal_id, Recorder& recorder) {
  InParallel(2 * workplace.managers(), [&](int number) {
    crm::v1::ReassignDealRequest request;
    request.set_deal_id(deal_id);
    request.set_user_id(workplace.manager(number % workplace.managers()).user_id());
    recorder.Ask<Deal>(workplace.head(), request);
  });
}

bool IsChanged(storage::Connection& db, int64_t account_id, const Deal& deal) {
  return db.Query("SELECT etag FROM deals WHERE account_id = ? AND id = ?", account_id, deal.id()).at(0).Int(0) >
         deal.etag();
}

bool LapsedLongAgo(const Deal& deal) {
  return deal.has_offer_deadline() && MomentOf(deal.offer_deadline()) + kTooLate < Now();
}

void TakeWhatLapsed(Workplace& workplace, Recorder& recorder) {
  for (const Deal& deal : DealsOn(workplace.head().client().Next(), kFirstStage)) {
    if (!LapsedLongAgo(deal)) continue;
    Caller* offeree = ManagerWithId(workplace, deal.responsible_user_id());
    if (offeree != nullptr) recorder.Ask<Deal>(*offeree, Take(deal.id()));
  }
}

}  // namespace

Fault Rivals(FaultRun& run) {
  return {"rivals", [&run](System&, Dice&) {
            for (auto& workplace : run.workplaces()) {
              auto deals = DealsOn(workplace->head().client().Next(), kAccepted);
              deals.resize(std::min(deals.size(), kContested));
              for (const Deal& deal : deals) GiveToEverybody(*workplace, deal.id(), run.recorder());
            }
          }};
}

Fault Latecomers(FaultRun& run) {
  return {"latecomers", [&run](System&, Dice&) {
            const auto end = std::chrono::steady_clock::now() + kLatecomersCome;
            for (; std::chrono::steady_clock::now() < end; std::this_thread::sleep_for(kBetweenLooks)) {
              for (auto& workplace : run.workplaces()) TakeWhatLapsed(*workplace, run.recorder());
            }
          }};
}

Fault KillWhenARepeatIsAnswered(FaultRun& run) {
  return {"kill database when a repeat is answered", [&run](System& system, Dice&) {
            Caller& manager = run.workplaces().front()->manager(0);
            const auto deal = run.recorder().Ask<Deal>(manager, OwnDeal());
            ASSERT_TRUE(deal);
            storage::Connection db(system.SchemaOf("crm"));
            system.database().host_faults().SetLogDelay(kVerySlow);
            const auto mover = std::async(
                std::launch::async, [&] { run.recorder().Ask<Deal>(manager, MoveTo("price_sent", deal->id()), 2); });
            EXPECT_TRUE(Eventually([&] { return IsChanged(db, manager.account_id(), *deal); }));
            std::this_thread::sleep_for(kVerySlow / 3);
            system.database().Kill9();
            system.database().host_faults().SetLogDelay(0ms);
            system.database().Start();
            mover.wait();
          }};
}

Fault KillWhileTheLogIsSlow() {
  return {"kill database while its log is slow", [](System& system, Dice& dice) {
            system.database().host_faults().SetLogDelay(50ms);
            std::this_thread::sleep_for(dice.Between(500ms, 1500ms));
            system.database().Kill9();
            system.database().host_faults().SetLogDelay(0ms);
            system.database().Start();
          }};
}

}  // namespace voronka::testing
