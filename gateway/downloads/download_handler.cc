#include "gateway/downloads/download_handler.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>

#include "gateway/dialects/connect_error.h"
#include "gateway/downloads/attachment_name.h"
#include "gateway/files/conditions.h"
#include "gateway/rpc/metadata.h"

namespace voronka::gateway {
namespace {

using crm::v1::File;

constexpr std::string_view kFiles = "/files/";
constexpr int64_t kMostPart = 500'000;

// 0: the path names no file.
int64_t FileIdOf(const Request& request) {
  const std::string_view name = PathOf(request).substr(kFiles.size());
  int64_t id = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), id);
  return error == std::errc() && end == name.data() + name.size() && id > 0 ? id : 0;
}

Response DownloadsNeedGet() {
  Response response = PlainAnswer(http::status::method_not_allowed);
  response.head.headers.emplace_back("allow", "GET");
  return response;
}

std::string TagOfFile(const File& file) { return '"' + file.sha256() + '"'; }

Headers HeadersOf(const File& file) {
  return {{"content-type", file.media_type()},
          {"content-disposition", AttachmentNamed(file.name())},
          {"accept-ranges", "bytes"},
          {"etag", TagOfFile(file)}};
}

Response NotModified(const File& file) {
  Response response = PlainAnswer(http::status::not_modified);
  response.head.headers = HeadersOf(file);
  return response;
}

Response OutsideOf(const File& file) {
  Response response = PlainAnswer(http::status::range_not_satisfiable);
  response.head.headers.emplace_back("content-range", fmt::format("bytes */{}", file.size()));
  return response;
}

// A part of a file that is another by now is of no use.
AskedRange RangeAskedFor(const Request& request, const File& file) {
  const auto known = HeaderOf(request, "if-range");
  if (!known.empty() && known != TagOfFile(file)) return {};
  return RangeIn(HeaderOf(request, "range"), file.size());
}

}  // namespace

Task<> DownloadHandler::Handle(Exchange& exchange) {
  exchange.AddHeader("cache-control", "private, no-cache");
  // Besides the policy of every answer, which it can only narrow.
  exchange.AddHeader("content-security-policy", "sandbox; default-src 'none'");
  const Request& request = exchange.request();
  if (request.method() != http::verb::get) co_return co_await exchange.Answer(DownloadsNeedGet());
  crm::v1::GetFileRequest get;
  get.set_file_id(FileIdOf(request));
  if (get.file_id() == 0) co_return co_await exchange.Answer(PlainAnswer(http::status::not_found));
  const Outcome<File> found = co_await CallService<File>(channels_, get, MetadataOf(request), exchange.executor());
  if (!found.status.ok()) co_return co_await exchange.Answer(ConnectRefusal(found.status));
  co_await Send(exchange, found.response);
}

Task<> DownloadHandler::Send(Exchange& exchange, const File& file) {
  const Request& request = exchange.request();
  if (NamesTag(HeaderOf(request, "if-none-match"), TagOfFile(file))) {
    co_return co_await exchange.Answer(NotModified(file));
  }
  const AskedRange asked = RangeAskedFor(request, file);
  if (asked.is_outside) co_return co_await exchange.Answer(OutsideOf(file));
  const ByteRange range = asked.range.value_or(ByteRange{0, file.size()});
  ResponseHead head{asked.range ? http::status::partial_content : http::status::ok, HeadersOf(file)};
  if (asked.range) {
    head.headers.emplace_back("content-range", fmt::format("bytes {}-{}/{}", range.begin, range.end - 1, file.size()));
  }
  co_await SendRange(exchange, file, std::move(head), range);
}

// A client that is told the length knows when it has not got all, and asks for the rest.
Task<> DownloadHandler::SendRange(Exchange& exchange, const File& file, ResponseHead head, ByteRange range) {
  Part part = co_await Read(exchange, file.id(), range);
  if (!part.status.ok()) co_return co_await exchange.Answer(ConnectRefusal(part.status));
  co_await exchange.Begin(std::move(head), static_cast<uint64_t>(range.end - range.begin));
  while (part.status.ok() && !part.response.data().empty()) {
    range.begin += static_cast<int64_t>(part.response.data().size());
    co_await exchange.Send(std::move(*part.response.mutable_data()));
    if (range.begin == range.end) break;
    part = co_await Read(exchange, file.id(), range);
  }
  if (range.begin < range.end) exchange.CloseAfterwards();
  co_await exchange.End();
}

Task<DownloadHandler::Part> DownloadHandler::Read(Exchange& exchange, int64_t file_id, ByteRange rest) {
  crm::v1::ReadFileRequest read;
  read.set_file_id(file_id);
  read.set_offset(rest.begin);
  read.set_size(static_cast<int32_t>(std::min(kMostPart, rest.end - rest.begin)));
  client::Metadata metadata = MetadataOf(exchange.request());
  co_return co_await CallService<crm::v1::ReadFileResponse>(channels_, read, std::move(metadata), exchange.executor());
}

}  // namespace voronka::gateway
