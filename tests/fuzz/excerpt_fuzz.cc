#include "foundation/rpc/requests/text_checks.h"
#include "notifier/inbox/excerpt.h"
#include "tests/fuzz/target.h"
#include "tests/fuzz/utf8.h"

namespace voronka::fuzz {

void Check(const std::string& input) {
  constexpr size_t kLength = 10;
  if (!IsUtf8(input)) return;
  const std::string excerpt = notifier::Excerpt(input, kLength);
  Require(IsUtf8(excerpt), "no character is cut in two");
  Require(rpc::CodePoints(excerpt) <= kLength + 1, "an excerpt is no longer than wanted, with its ellipsis");
  Require(excerpt.find_first_of("\t\n\v\f\r") == std::string::npos, "an excerpt is one line");
}

}  // namespace voronka::fuzz
