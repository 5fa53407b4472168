#include "tests/bench/system/subscribers.h"

#include <google/protobuf/util/time_util.h>

#include <algorithm>
#include <stdexcept>

#include "tests/support/connection.h"
#include "tests/support/eventually.h"

namespace voronka::bench {
namespace {

using notifier::v1::Notification;
using notifier::v1::SubscribeRequest;
using notifier::v1::SubscribeResponse;

std::shared_ptr<grpc::Channel> Connection(const Servers& servers, size_t number) {
  return testing::OwnConnection(servers.addresses[number % servers.addresses.size()]);
}

}  // namespace

Servers NotifiersOf(testing::System& system) {
  Servers servers;
  for (int replica = 0; replica < system.replicas(); ++replica) {
    servers.addresses.push_back(system.notifier(replica).address());
  }
  return servers;
}

Subscribers::Subscribers(const std::vector<std::unique_ptr<testing::Account>>& accounts, int streams,
                         const Servers& servers) {
  const Callers callers(accounts.front()->system());
  std::shared_ptr<grpc::Channel> channel;
  for (const auto& account : accounts) {
    for (int number = 0; number < account->managers() * streams; ++number) {
      const size_t opened = streams_.size();
      if (opened % servers.streams_of_a_connection == 0) {
        channel = Connection(servers, opened / servers.streams_of_a_connection);
      }
      Subscribe(channel, account->id(), callers.Manager(account->id(), account->manager_id(number / streams)));
    }
  }
  AwaitAnswers();
}

void Subscribers::Subscribe(const std::shared_ptr<grpc::Channel>& channel, int64_t account_id,
                            client::Metadata credentials) {
  streams_.push_back(std::make_unique<Stream>(std::vector{channel}, std::move(credentials), SubscribeRequest(),
                                              Stream::Habit::kReads,
                                              [this, account_id](const SubscribeResponse& answer, auto& next) {
                                                Note(account_id, answer);
                                                next.set_cursor(answer.cursor());
                                              }));
}

void Subscribers::Note(int64_t account_id, const SubscribeResponse& answer) {
  const auto& told = answer.notification();
  if (told.state() != Notification::STATE_UNREAD) return;
  const int64_t meant_for = google::protobuf::util::TimeUtil::TimestampToMicroseconds(told.due_time());
  const int64_t now = process::SystemClock().NowMicros();
  const std::lock_guard lock(mutex_);
  arrivals_.push_back({told.kind(), account_id, told.deal_id(), meant_for, now});
}

std::vector<Arrival> Subscribers::Arrived(Notification::Kind kind) const {
  const std::lock_guard lock(mutex_);
  std::vector<Arrival> found;
  std::ranges::copy_if(arrivals_, std::back_inserter(found),
                       [kind](const Arrival& arrival) { return arrival.kind == kind; });
  return found;
}

void Subscribers::AwaitAnswers() const {
  const auto answered = [this] {
    return std::ranges::all_of(streams_,
                               [](const auto& stream) { return stream->lives().back().answered.has_value(); });
  };
  if (!testing::Eventually(answered, std::chrono::minutes(2))) throw std::runtime_error("a stream was not answered");
}

}  // namespace voronka::bench
