#include "tests/system/event_log.h"

#include <fmt/format.h>

#include <set>
#include <stdexcept>

#include "client/request_id.h"
#include "voronka/crm/v1/account.pb.h"

namespace voronka::testing {
namespace {

using crm::v1::Event;
using crm::v1::WatchResponse;

constexpr auto kPatience = std::chrono::seconds(60);
constexpr client::CallOptions kPatientCall{.timeout = kPatience, .repeat = true};

// Writes an event, which is now the last of the account's partition. Returns its request_id.
std::string MakeLastEvent(Account& account) {
  crm::v1::UpdateAccountRequest request;
  request.set_request_id(client::NewRequestId());
  request.mutable_account()->set_name(request.request_id());
  account.admin().Call<crm::v1::Account>(request, kPatientCall);
  return request.request_id();
}

}  // namespace

EventLog EventLog::Read(const std::vector<Account*>& accounts) {
  std::set<std::string> last_requests;
  for (Account* account : accounts) last_requests.insert(MakeLastEvent(*account));
  const auto watcher = accounts.front()->system().Service("notifier", 0);
  auto stream = watcher->Open<WatchResponse>(crm::v1::WatchRequest());
  EventLog log;
  while (!last_requests.empty()) {
    const auto response = stream.NextWithin(kPatience);
    if (!response) throw std::runtime_error("the event log has not come to its end");
    for (const Event& event : response->events().events()) {
      log.partitions_[event.partition()].push_back(event);
      last_requests.erase(event.request_id());
    }
  }
  return log;
}

std::vector<Event> EventLog::Of(int64_t account_id) const {
  std::vector<Event> events;
  for (const auto& [number, partition] : partitions_) {
    for (const Event& event : partition) {
      if (event.account_id() == account_id) events.push_back(event);
    }
  }
  return events;
}

std::string EventLog::Irregularities() const {
  std::string found;
  for (const auto& [number, partition] : partitions_) {
    int64_t expected = 1;
    for (const Event& event : partition) {
      if (event.offset() != expected) {
        found += fmt::format("partition {}: {} where {} was to come\n", number, event.offset(), expected);
      }
      expected = event.offset() + 1;
    }
  }
  return found;
}

std::map<std::string, int> CountByRequest(const std::vector<Event>& events) {
  std::map<std::string, int> counts;
  for (const Event& event : events) ++counts[event.request_id()];
  return counts;
}

}  // namespace voronka::testing
