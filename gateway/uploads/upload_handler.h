#pragma once

#include "client/service_clients.h"
#include "gateway/calls/typed_call.h"
#include "gateway/http/handler.h"
#include "voronka/crm/v1/file.pb.h"

namespace voronka::gateway {

// Files of scripts, such as `curl -T contract.pdf 'https://…/files?entity=deal&id=7&name=contract.pdf'` with an access
// token. The body is the content; it goes on to the service part by part, as it comes. The answer is the File in JSON.
// Whatever ends it too early, nothing is kept.
class UploadHandler final : public Handler {
 public:
  explicit UploadHandler(const client::ServiceClients& services) : channels_(services.channels()) {}

  Task<> Handle(Exchange& exchange) override;
  // As much as an Upload may announce, to callers with a token.
  size_t BodyLimit(const Request& head) const override;
  bool StreamsBody(const Request&) const override { return true; }

 private:
  using Kept = Outcome<crm::v1::File>;

  // Until the file is kept, or refused. Throws boost::system::system_error if the client has disconnected.
  Task<> Receive(Exchange& exchange, int64_t upload_id, Kept& kept);
  Task<grpc::Status> Append(Exchange& exchange, const crm::v1::AppendUploadRequest& part);
  Task<> GiveUp(Exchange& exchange, int64_t upload_id);

  const client::Channels& channels_;
};

}  // namespace voronka::gateway
