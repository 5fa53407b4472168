#pragma once

#include <memory>
#include <string>
#include <utility>

#include "client/client.h"
#include "foundation/events/tail.h"
#include "foundation/rpc/server/server.h"
#include "notifier/services.h"
#include "notifier/streams/subscribers.h"
#include "tests/notifier/replica.h"
#include "tests/support/bearer.h"

namespace voronka::notifier {

// A replica that serves on a free port.
class ServedReplica {
 public:
  explicit ServedReplica(const Installation& installation)
      : installation_(installation),
        replica(installation, [this](auto& db, auto partition) { tail.Committed(db, partition); }) {
    replica.host.punctual.DoAll();
    replica.host.punctual.Start();
    tail.Start();
    replica.timers.Start();
    server_ = std::make_unique<rpc::Server>(replica.host.configuration,
                                            std::vector<grpc::Service*>{services_.at(0).get()}, replica.host.log);
    client::Endpoints endpoints;
    endpoints.addresses["notifier"] = "127.0.0.1:" + std::to_string(server_->port());
    channels_ = std::make_unique<client::Channels>(endpoints);
  }
  ~ServedReplica() {
    server_->Stop(replica.host.streams, std::chrono::seconds(5));
    replica.timers.Stop();
    tail.Stop();
    replica.host.punctual.Stop();
    replica.host.workers.Stop();
  }

  client::Client ClientOf(int64_t account_id, int64_t user_id) const {
    return client::Client(*channels_, std::make_unique<testing::Bearer>(installation_.TokenOf(account_id, user_id)));
  }
  client::Client ClientOfNobody() const { return client::Client(*channels_); }

 private:
  const Installation& installation_;

 public:
  Replica replica;

 private:
  Subscribers subscribers_{replica.host.streams, replica.host.log};

 public:
  events::Tail tail{
      replica.host.configuration.database(), replica.host.log,
      [this](auto& db, int partition, int64_t after, int64_t upto) { subscribers_.Wake(db, partition, after, upto); }};

 private:
  rpc::Services services_ = NotifierServices(replica.host.feeds, tail, replica.snooze_timers);
  std::unique_ptr<rpc::Server> server_;
  std::unique_ptr<client::Channels> channels_;
};

}  // namespace voronka::notifier
