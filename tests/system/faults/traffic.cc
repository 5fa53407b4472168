#include "tests/system/faults/traffic.h"

#include "tests/system/faults/dice.h"
#include "tests/system/faults/salesman.h"
#include "tests/system/reading.h"
#include "tests/system/requests.h"
#include "voronka/crm/v1/inquiry.pb.h"

namespace voronka::testing {
namespace {

using namespace std::chrono_literals;
using crm::v1::Deal;

// So that managers keep up with them.
constexpr auto kBetweenInquiries = 150ms;
constexpr auto kBetweenLooks = 50ms;
constexpr auto kBetweenHandovers = 500ms;

// The first page of a stage, for one user if given. Nothing while the service is unavailable.
std::vector<Deal> Seen(Caller& reader, const char* stage, std::optional<int64_t> user_id) try {
  return DealsOn(reader.client().Next(), stage, user_id);
} catch (const client::CallFailed&) {
  return {};
}

}  // namespace

Traffic::Traffic(std::vector<std::unique_ptr<Workplace>>& workplaces, Recorder& recorder, uint64_t seed)
    : recorder_(recorder) {
  const auto start = [&](auto work) {
    people_.emplace_back(
        [this, work, own_seed = seed + people_.size()](const std::stop_token& stop) { work(own_seed, stop); });
  };
  for (auto& place : workplaces) {
    auto& workplace = *place;
    start([this, &workplace](uint64_t own, const auto& stop) { SendInquiries(workplace, own, stop); });
    start([this, &workplace](uint64_t own, const auto& stop) { HandOver(workplace, own, stop); });
    for (int number = 0; number < workplace.managers(); ++number) {
      auto& manager = workplace.manager(number);
      start([this, &manager](uint64_t own, const auto& stop) { Sell(manager, own, stop); });
    }
  }
}

// All at once, not one after another.
Traffic::~Traffic() {
  for (auto& person : people_) person.request_stop();
}

void Traffic::SendInquiries(Workplace& workplace, uint64_t seed, const std::stop_token& stop) {
  Dice dice(seed);
  for (int clients = 1; !stop.stop_requested(); ++clients) {
    const bool again = dice.Once(5);
    const auto inquiry = InquiryOf(again ? 1 + dice.Throw(clients) : clients);
    if (!draining_) recorder_.Ask<crm::v1::Inquiry>(workplace.form(), inquiry, dice.Once(4) ? 2 : 1);
    std::this_thread::sleep_for(kBetweenInquiries);
  }
}

void Traffic::Sell(Caller& manager, uint64_t seed, const std::stop_token& stop) {
  Dice dice(seed);
  Salesman salesman(manager, recorder_, dice, draining_);
  while (!stop.stop_requested()) {
    for (const Deal& deal : Seen(manager, kFirstStage, manager.user_id())) {
      if (stop.stop_requested()) return;
      salesman.Work(deal);
    }
    std::this_thread::sleep_for(kBetweenLooks);
  }
}

void Traffic::HandOver(Workplace& workplace, uint64_t seed, const std::stop_token& stop) {
  Dice dice(seed);
  while (!stop.stop_requested()) {
    std::this_thread::sleep_for(kBetweenHandovers);
    const auto deals = draining_ ? std::vector<Deal>() : Seen(workplace.head(), kFirstStage, std::nullopt);
    if (deals.empty()) continue;
    crm::v1::ReassignDealRequest request;
    request.set_deal_id(deals[dice.Throw(static_cast<int>(deals.size()))].id());
    request.set_user_id(workplace.manager(dice.Throw(workplace.managers())).user_id());
    request.set_reason("Ваш регион");
    recorder_.Ask<Deal>(workplace.head(), request);
  }
}

}  // namespace voronka::testing
