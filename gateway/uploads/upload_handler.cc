#include "gateway/uploads/upload_handler.h"

#include <google/protobuf/empty.pb.h>
#include <google/protobuf/util/json_util.h>

#include <chrono>
#include <exception>
#include <optional>
#include <string>
#include <utility>

#include "client/request_id.h"
#include "gateway/dialects/connect_error.h"
#include "gateway/rpc/metadata.h"
#include "gateway/uploads/asked_upload.h"

namespace voronka::gateway {
namespace {

using crm::v1::File;
using crm::v1::Upload;

constexpr std::string_view kUploads = "/files";
// Of an Upload.
constexpr size_t kLargestUpload = size_t{1} << 40;
// AppendUploadRequest takes 500,000.
constexpr size_t kPartOfUpload = 480'000;
// As long as a browser waits: a large file may be scanned for viruses.
constexpr std::chrono::seconds kScanTimeout(60);

std::string_view QueryOf(const Request& request) {
  const std::string_view target(request.target().data(), request.target().size());
  const size_t query = target.find('?');
  return query == std::string_view::npos ? std::string_view() : target.substr(query + 1);
}

Response UploadsNeedPut() {
  Response response = PlainAnswer(http::status::method_not_allowed);
  response.head.headers.emplace_back("allow", "PUT, POST");
  return response;
}

// Nothing: it is an upload, as far as HTTP goes.
std::optional<Response> MistakeIn(const Request& request, const StreamedBody& body) {
  if (PathOf(request) != kUploads) return PlainAnswer(http::status::not_found);
  if (request.method() != http::verb::put && request.method() != http::verb::post) return UploadsNeedPut();
  // A form would be kept with its boundaries.
  if (MediaTypeOf(request).starts_with("multipart/")) {
    return PlainAnswer(http::status::unsupported_media_type, "Send the content alone: curl -T FILE, not -F.");
  }
  if (!body.size()) return PlainAnswer(http::status::length_required);
  return std::nullopt;
}

Response CreatedFile(const File& file) {
  std::string written;
  (void)google::protobuf::util::MessageToJsonString(file, &written);
  return MakeResponse(http::status::created, "application/json", std::move(written));
}

}  // namespace

size_t UploadHandler::BodyLimit(const Request& head) const { return BringsToken(head) ? kLargestUpload : kSmallBody; }

Task<> UploadHandler::Handle(Exchange& exchange) {
  exchange.AddHeader("cache-control", "no-store");
  const Request& request = exchange.request();
  std::optional<Response> mistake = MistakeIn(request, *exchange.body());
  if (mistake) co_return co_await exchange.Answer(std::move(*mistake));
  crm::v1::CreateUploadRequest create;
  create.set_request_id(client::NewRequestId());
  *create.mutable_upload() = UploadAskedFor(QueryOf(request), *exchange.body()->size());
  const Outcome<Upload> begun =
      co_await CallService<Upload>(channels_, create, MetadataOf(request), exchange.executor());
  if (!begun.status.ok()) co_return co_await exchange.Answer(ConnectRefusal(begun.status));
  Kept kept;
  std::exception_ptr gone;
  try {
    co_await Receive(exchange, begun.response.id(), kept);
  } catch (const boost::system::system_error&) {
    gone = std::current_exception();
  }
  const bool is_kept = !gone && kept.status.ok();
  if (!is_kept) co_await GiveUp(exchange, begun.response.id());
  if (gone) std::rethrow_exception(gone);
  Response answer = is_kept ? CreatedFile(kept.response) : ConnectRefusal(kept.status);
  co_await exchange.Answer(std::move(answer));
}

Task<> UploadHandler::Receive(Exchange& exchange, int64_t upload_id, Kept& kept) {
  StreamedBody& body = *exchange.body();
  crm::v1::AppendUploadRequest part;
  part.set_upload_id(upload_id);
  while (!body.is_over()) {
    std::string data = co_await body.Read(kPartOfUpload);
    const auto size = static_cast<int64_t>(data.size());
    part.set_request_id(client::NewRequestId());
    part.set_data(std::move(data));
    const grpc::Status status = co_await Append(exchange, part);
    kept.status = status;
    if (!status.ok()) co_return;
    part.set_offset(part.offset() + size);
  }
  crm::v1::FinishUploadRequest finish;
  finish.set_request_id(client::NewRequestId());
  finish.set_upload_id(upload_id);
  client::Metadata metadata = MetadataOf(exchange.request());
  Kept finished = co_await CallService<File>(channels_, finish, std::move(metadata), exchange.executor(), kScanTimeout);
  kept = std::move(finished);
}

Task<grpc::Status> UploadHandler::Append(Exchange& exchange, const crm::v1::AppendUploadRequest& part) {
  client::Metadata metadata = MetadataOf(exchange.request());
  const Outcome<Upload> appended =
      co_await CallService<Upload>(channels_, part, std::move(metadata), exchange.executor());
  co_return appended.status;
}

// If this fails, too, the service forgets the upload within a day.
Task<> UploadHandler::GiveUp(Exchange& exchange, int64_t upload_id) {
  crm::v1::DeleteUploadRequest remove;
  remove.set_request_id(client::NewRequestId());
  remove.set_upload_id(upload_id);
  client::Metadata metadata = MetadataOf(exchange.request());
  const Outcome<google::protobuf::Empty> ignored =
      co_await CallService<google::protobuf::Empty>(channels_, remove, std::move(metadata), exchange.executor());
  static_cast<void>(ignored);
}

}  // namespace voronka::gateway
