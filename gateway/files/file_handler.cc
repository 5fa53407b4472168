#include "gateway/files/file_handler.h"

#include <fmt/format.h>

#include <algorithm>

#include "foundation/process/read_file.h"
#include "foundation/security/base64url.h"
#include "foundation/security/secret.h"
#include "gateway/files/conditions.h"
#include "gateway/files/media_type.h"

namespace voronka::gateway {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kIndexPage = "index.html";
// The names of built files contain a digest of their content.
constexpr std::string_view kImmutable = "assets/";

struct Encoding {
  std::string_view name;
  std::string_view extension;
};

constexpr Encoding kEncodings[] = {{"br", ".br"}, {"gzip", ".gz"}, {"", ""}};

bool IsCompressed(const fs::path& file) { return file.extension() == ".br" || file.extension() == ".gz"; }

bool IsHidden(const fs::path& name) {
  return std::ranges::any_of(name, [](const fs::path& part) { return part.native().starts_with('.'); });
}

std::string TagOf(const std::string& content) {
  return fmt::format("\"{}\"", security::EncodeBase64Url(security::Sha256(content)));
}

}  // namespace

FileHandler::FileHandler(const config::v1::Folder& folder) : path_(folder.path()), single_page_(folder.single_page()) {
  const fs::path root = folder.source_folder();
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    const fs::path name = entry.path().lexically_relative(root);
    const bool is_file = entry.is_regular_file() && !entry.is_symlink();
    if (is_file && !IsHidden(name) && !IsCompressed(name)) Add(entry.path(), name.generic_string());
  }
}

void FileHandler::Add(const fs::path& file, std::string name) {
  File& added = files_[std::move(name)];
  added.type = MediaTypeOf(file.extension().string());
  for (const auto& [encoding, extension] : kEncodings) {
    const fs::path encoded = file.string() + std::string(extension);
    if (!fs::is_regular_file(encoded)) continue;
    std::string content = process::ReadFile(encoded);
    std::string tag = TagOf(content);
    added.forms.push_back(
        {std::string(encoding), std::make_shared<const std::string>(std::move(content)), std::move(tag)});
  }
}

const FileHandler::File* FileHandler::Find(std::string name) const {
  if (name.empty() || name.ends_with('/')) name += kIndexPage;
  auto found = files_.find(name);
  if (found == files_.end() && single_page_ && name.find('.') == std::string::npos) found = files_.find(kIndexPage);
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

const FileHandler::Form& FileHandler::FormFor(const Request& request, const File& file) {
  const auto accepted = HeaderOf(request, "accept-encoding");
  return *std::ranges::find_if(file.forms, [accepted](const Form& form) {
    return form.encoding.empty() || TakesEncoding(accepted, form.encoding);
  });
}

Response FileHandler::Answer(const Request& request, const std::string& name, const File& file) {
  const bool immutable = name.starts_with(kImmutable);
  const Form& form = FormFor(request, file);
  Response response{.head = {http::status::ok,
                             {{"content-type", file.type},
                              {"etag", form.etag},
                              {"vary", "accept-encoding"},
                              {"cache-control", immutable ? "public, max-age=31536000, immutable" : "no-cache"}}},
                    .body = form.content};
  if (!form.encoding.empty()) response.head.headers.emplace_back("content-encoding", form.encoding);
  if (NamesTag(HeaderOf(request, "if-none-match"), form.etag)) response.head.status = http::status::not_modified;
  return response;
}

}  // namespace voronka::gateway
