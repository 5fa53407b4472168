#pragma once

#include <functional>
#include <memory>
#include <string>

#include "client/channels.h"
#include "client/client.h"
#include "foundation/events/log.h"
#include "foundation/rpc/server.h"
#include "note_service.grpc.pb.h"
#include "tests/foundation/rpc/installation.h"

namespace voronka::rpc {

using notes::v1::Note;

// Its methods do what a test says.
class NoteService final : public notes::v1::NoteService::CallbackService {
 public:
  using Body = std::function<void(Session&, Note&)>;
  using Source = std::function<std::unique_ptr<FeedSource<Note>>(const Caller&, const notes::v1::FollowNotesRequest&)>;
  using Unary = grpc::ServerUnaryReactor;
  using Context = grpc::CallbackServerContext;

  NoteService(Rpc& rpc, FeedHost& feeds) : rpc_(rpc), feeds_(feeds) {}

  Unary* GetNote(Context*, const notes::v1::GetNoteRequest*, Note*) override;
  Unary* AddNote(Context*, const notes::v1::AddNoteRequest*, Note*) override;
  Unary* RenewNote(Context*, const notes::v1::RenewNoteRequest*, Note*) override;
  Unary* AuditNotes(Context*, const notes::v1::AuditNotesRequest*, Note*) override;
  Unary* CountNotes(Context*, const notes::v1::CountNotesRequest*, Note*) override;
  Unary* ShowNote(Context*, const notes::v1::ShowNoteRequest*, Note*) override;
  grpc::ServerWriteReactor<Note>* FollowNotes(Context*, const notes::v1::FollowNotesRequest*) override;

  Body body = [](Session&, Note&) {};
  Source source;

 private:
  Unary* Run(Context* context, const google::protobuf::Message* request, Note* response);

  Rpc& rpc_;
  FeedHost& feeds_;
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
  // A connection of its own.
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
  NoteService service;

 private:
  std::unique_ptr<Server> server_;
  const client::Channels channels_;
  bool stopped_ = false;
};

// How a call fails that must fail.
client::CallFailed FailureOf(client::Client&& who, const google::protobuf::Message& request,
                             const client::CallOptions& options = {});

}  // namespace voronka::rpc
