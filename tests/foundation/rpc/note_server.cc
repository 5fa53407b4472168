#include "tests/foundation/rpc/note_server.h"

#include <grpcpp/create_channel.h>

#include "client/service_identity.h"
#include "tests/foundation/rpc/schema/migrations.h"

namespace voronka::rpc {
namespace {

using namespace notes::v1;

class Metadata final : public client::Identity {
 public:
  explicit Metadata(client::Metadata metadata) : metadata_(std::move(metadata)) {}
  client::Metadata Credentials() override { return metadata_; }

 private:
  const client::Metadata metadata_;
};

template <class Request>
Method Unary(const NoteSteps& steps) {
  return [&steps](Session& session, const Request&) {
    Note note;
    steps.body(session, note);
    return note;
  };
}

Method AddNoteAfterLookingAhead(const NoteSteps& steps) {
  return Method([&steps](Session& session, const AddNoteRequest&) { steps.ahead(session); },
                [&steps](Session& session, const AddNoteRequest&) {
                  Note note;
                  steps.body(session, note);
                  return note;
                });
}

std::unique_ptr<grpc::Service> NoteService(FeedHost& host, const NoteSteps& steps) {
  const auto follow = [&steps](const Caller& caller, const FollowNotesRequest& request) {
    return steps.source(caller, request);
  };
  return MakeService(host, "voronka.notes.v1.NoteService",
                     {Unary<GetNoteRequest>(steps), Unary<ListNotesRequest>(steps), AddNoteAfterLookingAhead(steps),
                      Unary<RenewNoteRequest>(steps), Unary<AuditNotesRequest>(steps), Unary<CountNotesRequest>(steps),
                      Unary<ShowNoteRequest>(steps), follow});
}

}  // namespace

NoteServer::NoteServer(const Installation& installation, config::v1::Process configuration)
    : installation_(installation),
      host(std::move(configuration), Migrations(), &events_),
      grpc_service_(NoteService(host.feeds, service)),
      server_(std::make_unique<Server>(host.configuration, std::vector{grpc_service_.get()}, host.log)),
      channels_(At(server_->port()), client::Connections::kOwn) {
  server_->SetServing(true);
}

void NoteServer::Stop() {
  if (std::exchange(stopped_, true)) return;
  server_->Stop(host.streams, std::chrono::seconds(5));
  host.housekeeping.Stop();
  host.punctual.Stop();
  host.workers.Stop();
}

client::Endpoints NoteServer::At(int port) {
  return {.addresses = {{"notes", "127.0.0.1:" + std::to_string(port)}}, .tls = {}};
}

client::Client NoteServer::User(int64_t account_id, int64_t user_id, options::v1::Role role) const {
  return Holder("Bearer " + installation_.TokenOf(account_id, user_id, role));
}

client::Client NoteServer::Holder(const std::string& authorization) const {
  return client::Client(channels_, std::make_unique<Metadata>(client::Metadata{{"authorization", authorization}}));
}

client::Client NoteServer::Service(const std::string& name, int64_t account_id) const {
  return client::Client(
      channels_, std::make_unique<client::ServiceIdentity>(name, installation_.SigningKey(name), account_id, clock_));
}

std::shared_ptr<grpc::Channel> NoteServer::NewChannel() const {
  grpc::ChannelArguments arguments;
  arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
  return grpc::CreateCustomChannel("127.0.0.1:" + std::to_string(port()), grpc::InsecureChannelCredentials(),
                                   arguments);
}

client::CallFailed FailureOf(client::Client&& who, const google::protobuf::Message& request,
                             const client::CallOptions& options) {
  try {
    who.Call<Note>(request, options);
  } catch (const client::CallFailed& failure) {
    return failure;
  }
  throw std::logic_error(request.GetTypeName() + " succeeded");
}

}  // namespace voronka::rpc
