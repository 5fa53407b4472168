#include <optional>

#include "foundation/rpc/requests/page.h"
#include "foundation/security/base64url.h"
#include "note_service.pb.h"
#include "tests/fuzz/target.h"

namespace voronka::fuzz {
namespace {

using Key = std::vector<int64_t>;
using notes::v1::ListNotesRequest;
using notes::v1::Note;

ListNotesRequest Request(const std::string& token) {
  ListNotesRequest request;
  request.set_page_size(1);
  request.set_page_token(token);
  return request;
}

// Where the token's page begins; nothing if the token is refused.
std::optional<Key> BeginningOf(const std::string& token) {
  try {
    const rpc::Page page(Request(token), {0, 0});
    return Key{page.key(0), page.key(1)};
  } catch (const rpc::Error& error) {
    Require(error.reason() == "BAD_PAGE_TOKEN", "a token that is refused is told to be bad");
    return std::nullopt;
  }
}

// The token of the page after a row with this key.
std::string TokenAfter(const Key& key) {
  google::protobuf::RepeatedPtrField<Note> items;
  std::string token;
  rpc::Page(Request(""), {0, 0}).Fill(std::vector<Note>(2), &items, &token, [&](const Note&) { return key; });
  return token;
}

void CheckToken(const std::string& token) {
  const auto key = BeginningOf(token);
  if (key) Require(BeginningOf(TokenAfter(*key)) == key, "a page goes on where the last ended");
}

}  // namespace

void Check(const std::string& input) {
  CheckToken(input);
  CheckToken(security::EncodeBase64Url(input));
}

}  // namespace voronka::fuzz
