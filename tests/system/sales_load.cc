#include "tests/system/sales_load.h"

#include "tests/system/reading.h"
#include "tests/system/requests.h"

namespace voronka::testing {
namespace {

using namespace std::chrono_literals;
using crm::v1::Deal;

constexpr int kForms = 4;
// So that managers keep up with them.
constexpr auto kBetweenInquiries = 150ms;
constexpr auto kBetweenLooks = 100ms;

// What is the manager's on the first stage; nothing while the service is away.
std::vector<Deal> OfferedTo(client::Client& manager, int64_t user_id) try {
  return DealsOn(manager, kFirstStage, user_id);
} catch (const client::CallFailed&) {
  return {};
}

}  // namespace

SalesLoad::SalesLoad(Account& account, Ledger& ledger) : account_(account), ledger_(ledger) {
  for (int form = 0; form < kForms; ++form) {
    people_.emplace_back([this](const std::stop_token& stop) { SubmitInquiries(stop); });
  }
  for (int manager = 0; manager < account.managers(); ++manager) {
    people_.emplace_back([this, manager](const std::stop_token& stop) { Sell(manager, stop); });
  }
}

void SalesLoad::SubmitInquiries(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    ledger_.Ask<crm::v1::SubmitInquiryResponse>(account_.intake(), InquiryOf(++clients_));
    std::this_thread::sleep_for(kBetweenInquiries);
  }
}

void SalesLoad::Sell(int manager, const std::stop_token& stop) {
  client::Client& client = account_.manager(manager);
  while (!stop.stop_requested()) {
    for (const Deal& deal : OfferedTo(client, account_.manager_id(manager))) {
      if (stop.stop_requested()) return;
      WorkOn(client, deal.id());
    }
    std::this_thread::sleep_for(kBetweenLooks);
  }
}

void SalesLoad::WorkOn(client::Client& manager, int64_t deal_id) {
  if (!ledger_.Ask<Deal>(manager, MoveTo(kAccepted, deal_id))) return;
  ledger_.Ask<crm::v1::Task>(manager, TaskDue(Now() + 4s, deal_id, {2s}));
  ledger_.Ask<Deal>(manager, MoveTo("price_sent", deal_id));
}

}  // namespace voronka::testing
