#include "gateway/files/file_handler.h"

#include <fmt/format.h>

#include "foundation/process/read_file.h"
#include "foundation/security/base64url.h"
#include "foundation/security/secret.h"
#include "gateway/files/media_type.h"

namespace voronka::gateway {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPage = "index.html";
// What is built has the digest of its content in its name.
constexpr std::string_view kImmutable = "assets/";

bool IsCompressed(const fs::path& file) { return file.extension() == ".br" || file.extension() == ".gz"; }

std::shared_ptr<const std::string> ReadIfThere(const fs::path& file) {
  return fs::exists(file) ? std::make_shared<const std::string>(process::ReadFile(file)) : nullptr;
}

bool Accepts(const Request& request, std::string_view encoding) {
  return HeaderOf(request, "accept-encoding").find(encoding) != std::string_view::npos;
}

}  // namespace

FileHandler::FileHandler(const config::v1::Folder& folder) : path_(folder.path()), single_page_(folder.single_page()) {
  const fs::path root = folder.source_folder();
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    if (entry.is_regular_file() && !IsCompressed(entry.path())) {
      Add(entry.path(), fs::relative(entry.path(), root).generic_string());
    }
  }
}

void FileHandler::Add(const fs::path& file, std::string name) {
  auto plain = ReadIfThere(file);
  std::string etag = fmt::format("\"{}\"", security::EncodeBase64Url(security::Sha256(*plain)));
  files_[std::move(name)] = {.plain = std::move(plain),
                             .brotli = ReadIfThere(file.string() + ".br"),
                             .gzip = ReadIfThere(file.string() + ".gz"),
                             .type = std::string(MediaTypeOf(file.extension().string())),
                             .etag = std::move(etag)};
}

const FileHandler::File* FileHandler::Find(std::string name) const {
  if (name.empty() || name.ends_with('/')) name += kPage;
  auto found = files_.find(name);
  if (found == files_.end() && single_page_ && name.find('.') == std::string::npos) found = files_.find(kPage);
  return found == files_.end() ? nullptr : &found->second;
}

Task<> FileHandler::Handle(Exchange& exchange) {
  const auto verb = exchange.request().method();
  if (verb != http::verb::get && verb != http::verb::head) {
    Response refusal = PlainAnswer(http::status::method_not_allowed);
    refusal.head.headers.emplace_back("allow", "GET, HEAD");
    co_return co_await exchange.Answer(std::move(refusal));
  }
  const std::string name(PathOf(exchange.request()).substr(path_.size()));
  const File* file = Find(name);
  if (file == nullptr) co_return co_await exchange.Answer(PlainAnswer(http::status::not_found));
  co_await exchange.Answer(Answer(exchange.request(), name, *file));
}

Response FileHandler::Answer(const Request& request, const std::string& name, const File& file) {
  const bool immutable = name.starts_with(kImmutable);
  Response response{.head = {http::status::ok,
                             {{"content-type", file.type},
                              {"etag", file.etag},
                              {"vary", "accept-encoding"},
                              {"cache-control", immutable ? "public, max-age=31536000, immutable" : "no-cache"}}},
                    .body = file.plain};
  if (HeaderOf(request, "if-none-match") == file.etag) {
    response.head.status = http::status::not_modified;
  } else if (file.brotli && Accepts(request, "br")) {
    response.body = file.brotli;
    response.head.headers.emplace_back("content-encoding", "br");
  } else if (file.gzip && Accepts(request, "gzip")) {
    response.body = file.gzip;
    response.head.headers.emplace_back("content-encoding", "gzip");
  }
  return response;
}

}  // namespace voronka::gateway
