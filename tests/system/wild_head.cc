#include "tests/system/wild_head.h"

#include <fmt/format.h>

#include "client/request_id.h"
#include "tests/system/requests.h"

namespace voronka::testing {
namespace {

std::unique_ptr<client::UserSession> LogInHead(Account& account) {
  System& system = account.system();
  return client::UserSession::LogIn(system.channels(), system.clock(), account.LoginOf("head"), Account::kPassword,
                                    "flood");
}

}  // namespace

WildHead::WildHead(Account& account, int deals) : account_(account), session_(LogInHead(account)) {
  for (int deal = 0; deal < deals; ++deal) deals_.push_back(account.head().Call<crm::v1::Deal>(OwnDeal()).id());
}

std::unique_ptr<Flood> WildHead::CallsInFlight(int in_flight) {
  return std::make_unique<Flood>(
      account_.system().channels(), *session_, [this](int number) { return Request(number); }, in_flight);
}

std::unique_ptr<google::protobuf::Message> WildHead::Request(int number) const {
  const int64_t deal_id = deals_[number % deals_.size()];
  if (number % 2 == 0) {
    auto rename = std::make_unique<crm::v1::UpdateDealRequest>();
    rename->set_request_id(client::NewRequestId());
    rename->set_deal_id(deal_id);
    rename->mutable_deal()->set_name(fmt::format("Сделка {}", number));
    return rename;
  }
  auto get = std::make_unique<crm::v1::GetDealRequest>();
  get->set_deal_id(deal_id);
  return get;
}

}  // namespace voronka::testing
