#pragma once

#include <functional>
#include <memory>
#include <string>

#include "client/channels.h"
#include "client/client.h"
#include "foundation/events/log.h"
#include "foundation/rpc/server/server.h"
#include "foundation/rpc/server/service.h"
#include "foundation/rpc/server/service_host.h"
#include "note_service.pb.h"
#include "tests/foundation/rpc/installation.h"

namespace voronka::rpc {

using notes::v1::Note;

// The bodies of NoteService's methods, set by the test.
struct NoteSteps {
  using Body = std::function<void(Session&, Note&)>;
  using Source = std::function<std::unique_ptr<FeedSource<Note>>(const Caller&, const notes::v1::FollowNotesRequest&)>;

  // Of every unary method.
  Body body = [](Session&, Note&) {};
  // Of AddNote, before its transaction.
  std::function<void(Session&)> ahead = [](Session&) {};
  Source source;
};

// A process that serves notes.
class NoteServer {
 public:
  explicit NoteServer(const Installation& installation, int workers = 4, int queue_limit = 1000)
      : NoteServer(installation, installation.Configuration(workers, queue_limit)) {}
  NoteServer(const Installation& installation, config::v1::Process configuration);
  ~NoteServer() { Stop(); }

  client::Client User(int64_t account_id = kAccount, int64_t user_id = kAnna,
                      options::v1::Role role = options::v1::ROLE_MANAGER) const;
  client::Client Nobody() const { return client::Client(channels_); }
  client::Client Holder(const std::string& authorization) const;
  // With the account in the metadata, unless it is 0.
  client::Client Service(const std::string& name, int64_t account_id) const;
  // A separate connection.
  std::shared_ptr<grpc::Channel> NewChannel() const;

  void Stop();
  int port() const { return server_->port(); }

 private:
  static client::Endpoints At(int port);

  const Installation& installation_;
  const process::SystemClock clock_;
  events::Log events_{clock_};

 public:
  ServiceHost host;
  NoteSteps service;

 private:
  const std::unique_ptr<grpc::Service> grpc_service_;
  std::unique_ptr<Server> server_;
  const client::Channels channels_;
  bool stopped_ = false;
};

// The failure of a call that must fail.
client::CallFailed FailureOf(client::Client&& who, const google::protobuf::Message& request,
                             const client::CallOptions& options = {});

}  // namespace voronka::rpc
