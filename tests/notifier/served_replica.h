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
  // `send`: where pushes go.
  explicit ServedReplica(const Installation& installation, PushSender::Send send = Nowhere)
      : installation_(installation),
        replica(installation,
                [this](auto& db, auto partition) {
                  tail.Committed(db, partition);
                  push_sender_.Wake();
                }),
        push_sender_(replica.host.configuration.database(), replica.host.clock, replica.host.random, std::move(send),
                     replica.host.log, replica.host.metrics) {
    replica.host.punctual.Add("what was streamed", std::chrono::milliseconds(20),
                              [this](auto& db) { streamed_notes_.Write(db); });
    replica.host.punctual.DoAll();
    replica.host.punctual.Start();
    tail.Start();
    replica.timers.Start();
    push_sender_.Start();
    server_ = std::make_unique<rpc::Server>(replica.host.configuration, rpc::PointersTo(services_), replica.host.log);
    client::Endpoints endpoints;
    endpoints.addresses["notifier"] = "127.0.0.1:" + std::to_string(server_->port());
    channels_ = std::make_unique<client::Channels>(endpoints);
  }
  ~ServedReplica() {
    server_->Stop(replica.host.streams, std::chrono::seconds(5));
    replica.timers.Stop();
    push_sender_.Stop();
    tail.Stop();
    replica.host.punctual.Stop();
    replica.host.workers.Stop();
  }

  client::Client ClientOf(int64_t account_id, int64_t user_id, int64_t session_id = 0) const {
    return ClientWith(installation_.TokenOf(account_id, user_id, session_id));
  }
  client::Client ClientWith(const std::string& token) const {
    return client::Client(*channels_, std::make_unique<testing::Bearer>(token));
  }
  client::Client ClientOfNobody() const { return client::Client(*channels_); }

 private:
  static void Nowhere(const Push&, const std::function<void(const PushAnswer&)>&) {}

  const Installation& installation_;

 public:
  Replica replica;

 private:
  PushServices push_services_{installation_.PushConfiguration(), replica.host.clock, replica.host.log,
                              replica.host.metrics};
  PushSender push_sender_;
  StreamedNotes streamed_notes_{replica.host.clock, replica.host.metrics};
  Subscribers subscribers_{replica.host.streams, replica.host.log};

 public:
  events::Tail tail{
      replica.host.configuration.database(), replica.host.log,
      [this](auto& db, int partition, int64_t after, int64_t upto) { subscribers_.Wake(db, partition, after, upto); }};

 private:
  rpc::Services services_ =
      NotifierServices(replica.host.feeds, tail, replica.snooze_timers, push_services_, push_sender_, streamed_notes_);
  std::unique_ptr<rpc::Server> server_;
  std::unique_ptr<client::Channels> channels_;
};

}  // namespace voronka::notifier
