#include "tests/system/steady_work.h"

#include <thread>

#include "tests/system/requests.h"

namespace voronka::testing {

using std::chrono::microseconds;
using std::chrono::steady_clock;

SteadyWork::SteadyWork(Account& account, std::chrono::milliseconds between_calls)
    : account_(account), between_calls_(between_calls), deal_id_(account.head().Call<crm::v1::Deal>(OwnDeal()).id()) {}

void SteadyWork::Do(std::chrono::seconds time, std::vector<microseconds>& took) {
  auto next = steady_clock::now();
  for (const auto end = next + time; next < end; next += between_calls_) {
    std::this_thread::sleep_until(next);
    const auto began = steady_clock::now();
    CallOnce();
    took.push_back(std::chrono::duration_cast<microseconds>(steady_clock::now() - began));
  }
}

void SteadyWork::CallOnce() {
  if (++calls_ % 2 == 0) {
    crm::v1::GetDealRequest request;
    request.set_deal_id(deal_id_);
    account_.head().Call<crm::v1::Deal>(request, {.repeat = true});
  } else {
    const auto move = MoveTo(calls_ % 4 == 1 ? "price_sent" : kAccepted, deal_id_);
    account_.head().Call<crm::v1::Deal>(move, {.repeat = true});
  }
}

}  // namespace voronka::testing
