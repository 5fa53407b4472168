#pragma once

#include "client/service_clients.h"
#include "gateway/calls/typed_call.h"
#include "gateway/downloads/byte_range.h"
#include "gateway/http/handler.h"
#include "voronka/crm/v1/file.pb.h"

namespace voronka::gateway {

// The content of files: `GET /files/ID`, with an access token like a call, and with `range` for a part. No cookie opens
// it, so no page of others can. A browser saves it and runs nothing of it, whatever it is.
class DownloadHandler final : public Handler {
 public:
  explicit DownloadHandler(const client::ServiceClients& services) : channels_(services.channels()) {}

  Task<> Handle(Exchange& exchange) override;

 private:
  using Part = Outcome<crm::v1::ReadFileResponse>;

  Task<> Send(Exchange& exchange, const crm::v1::File& file);
  Task<> SendRange(Exchange& exchange, const crm::v1::File& file, ResponseHead head, ByteRange range);
  Task<Part> Read(Exchange& exchange, int64_t file_id, ByteRange rest);

  const client::Channels& channels_;
};

}  // namespace voronka::gateway
