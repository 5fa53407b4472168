#include "crm_service/people/users/login_key.h"
#include "foundation/rpc/requests/text_checks.h"
#include "tests/fuzz/target.h"
#include "tests/fuzz/utf8.h"

namespace voronka::fuzz {

void Check(const std::string& input) {
  if (!IsUtf8(input)) return;
  const std::string key = crm::LoginKey(input);
  Require(IsUtf8(key), "a key is text");
  Require(crm::LoginKey(key) == key, "a login and its key are the same login");
  Require(rpc::CodePoints(key) <= 3 * rpc::CodePoints(input), "a key fits its column");
}

}  // namespace voronka::fuzz
