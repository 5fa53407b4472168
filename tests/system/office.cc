#include "tests/system/office.h"

#include <fmt/format.h>

#include "tests/system/requests.h"

namespace voronka::testing {

Colleague::Colleague(Account& account, const std::string& person, int64_t id)
    : id_(id),
      client_(account.system().replicas(), [&](int replica) { return account.LogIn(person, replica); }),
      inbox_({&client_.At(account.system().replicas() - 1)}) {}

Office::Office(System& system, int managers, std::chrono::milliseconds take_within)
    : account_(system, managers, take_within),
      intake_(system.replicas(), [&](int replica) { return system.Service("intake", account_.id(), replica); }) {
  for (int number = 0; number < managers; ++number) {
    managers_.push_back(
        std::make_unique<Colleague>(account_, fmt::format("manager-{}", number), account_.manager_id(number)));
  }
  head_ = std::make_unique<Colleague>(account_, "head", account_.head_id());
}

int64_t Office::SubmitForNewClient() { return intake().Call<crm::v1::Inquiry>(InquiryOf(++clients_)).deal_id(); }

}  // namespace voronka::testing
