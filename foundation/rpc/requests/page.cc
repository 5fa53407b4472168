#include "foundation/rpc/requests/page.h"

#include <algorithm>
#include <cstring>
#include <memory>

#include "foundation/rpc/requests/bad_page_token.h"
#include "foundation/security/base64url.h"
#include "foundation/security/secret.h"
#include "voronka/options/v1/page_position.pb.h"

namespace voronka::rpc {
namespace {

using google::protobuf::Message;

uint32_t QueryHash(const Message& request) {
  const std::unique_ptr<Message> query(request.New());
  query->CopyFrom(request);
  for (const char* name : {"page_size", "page_token"}) {
    query->GetReflection()->ClearField(query.get(), query->GetDescriptor()->FindFieldByName(name));
  }
  const auto digest = security::Sha256(query->GetDescriptor()->full_name() + query->SerializeAsString());
  uint32_t hash;
  std::memcpy(&hash, digest.data(), sizeof hash);
  return hash;
}

options::v1::PagePosition Decode(const std::string& token) {
  options::v1::PagePosition position;
  try {
    if (position.ParseFromString(security::DecodeBase64Url(token))) return position;
  } catch (const security::InvalidBase64&) {
  }
  return {};
}

}  // namespace

Error BadPageToken() {
  return Error(Code::kInvalidArgument,
               {"BAD_PAGE_TOKEN",
                "page_token",
                {"The page token was not given for this query.", "Этот page_token выдан не для этого запроса."}});
}

Page::Page(const Message& request, std::vector<int64_t> beginning, int most)
    : query_hash_(QueryHash(request)), key_(std::move(beginning)) {
  const auto& type = *request.GetDescriptor();
  const auto* reflection = request.GetReflection();
  size_ = reflection->GetInt32(request, type.FindFieldByName("page_size"));
  if (size_ == 0) size_ = kDefaultPageSize;
  size_ = std::min(size_, most);
  const auto token = reflection->GetString(request, type.FindFieldByName("page_token"));
  if (token.empty()) return;
  const auto position = Decode(token);
  if (position.query_hash() != query_hash_ || position.key_size() != static_cast<int>(key_.size()))
    throw BadPageToken();
  key_.assign(position.key().begin(), position.key().end());
  text_ = position.text();
}

std::string Page::Token(const std::vector<int64_t>& last, const std::string& text) const {
  options::v1::PagePosition position;
  position.set_query_hash(query_hash_);
  for (const int64_t part : last) position.add_key(part);
  position.set_text(text);
  return security::EncodeBase64Url(position.SerializeAsString());
}

}  // namespace voronka::rpc
