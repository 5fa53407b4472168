#include "tests/system/steady_load.h"

#include "client/service_identity.h"
#include "foundation/security/p256_key.h"
#include "tests/system/reading.h"
#include "tests/system/requests.h"

namespace voronka::testing {
namespace {

using namespace std::chrono_literals;

constexpr int kCallers = 4;
constexpr auto kBetweenCalls = 10ms;

void Sell(client::Client& head) {
  const auto deal = head.Call<crm::v1::Deal>(OwnDeal());
  head.Call<crm::v1::Deal>(MoveTo("price_sent", deal.id()));
}

// Like a program that is just being started: it waits for files that are being replaced.
std::unique_ptr<client::Channels> Connect(const client::Endpoints& endpoints) {
  for (;;) {
    try {
      return std::make_unique<client::Channels>(endpoints, client::Connections::kOwn);
    } catch (const security::KeyError&) {
      std::this_thread::yield();
    }
  }
}

}  // namespace

SteadyLoad::SteadyLoad(Account& account) : account_(account) {
  for (int caller = 0; caller < kCallers; ++caller) {
    callers_.emplace_back([this](const std::stop_token& stop) { Work(stop); });
  }
  callers_.emplace_back([this](const std::stop_token& stop) { ArriveAnew(stop); });
}

std::vector<std::string> SteadyLoad::End() {
  callers_.clear();
  return failures_;
}

void SteadyLoad::Work(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    Note([&] { account_.intake().Call<crm::v1::Inquiry>(InquiryOf(++clients_)); });
    Note([&] { Sell(account_.head()); });
    Note([&] { OffersOf(account_.head(), 1); });
    Note([&] { InboxOf(account_.head()); });
    std::this_thread::sleep_for(kBetweenCalls);
  }
}

void SteadyLoad::ArriveAnew(const std::stop_token& stop) {
  System& system = account_.system();
  while (!stop.stop_requested()) {
    const auto channels = Connect(system.endpoints());
    client::Client newcomer(*channels,
                            std::make_unique<client::ServiceIdentity>("intake", system.keys().SigningKeyOf("intake"),
                                                                      account_.id(), system.clock()));
    Note([&] { newcomer.Call<crm::v1::Inquiry>(InquiryOf(++clients_)); });
    std::this_thread::sleep_for(kBetweenCalls);
  }
}

void SteadyLoad::Note(const std::function<void()>& call) try {
  call();
  ++answered_;
} catch (const client::CallFailed& failure) {
  const std::lock_guard lock(mutex_);
  failures_.emplace_back(failure.what());
}

}  // namespace voronka::testing
