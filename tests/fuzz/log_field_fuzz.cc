#include "foundation/process/log_field.h"
#include "tests/fuzz/target.h"
#include "tests/fuzz/utf8.h"

namespace voronka::fuzz {

void Check(const std::string& input) {
  const std::string value = process::LogField("key", input).Value();
  Require(IsUtf8(value) && !HasControlCharacter(value), "a record is one line of text");
  Require(!value.empty(), "a key has a value");
  const bool plain = value == input && value.find_first_of(" =\"") == std::string::npos;
  Require(plain || (value.starts_with('"') && value.ends_with('"')), "a value neither ends early nor begins another");
}

}  // namespace voronka::fuzz
