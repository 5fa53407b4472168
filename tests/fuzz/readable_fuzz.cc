#include "client/command_line/readable.h"
#include "tests/fuzz/named_message.h"
#include "tests/fuzz/target.h"
#include "tests/fuzz/utf8.h"

namespace voronka::fuzz {

void Check(const std::string& input) {
  const auto answer = NamedMessage(input);
  if (!answer) return;
  std::string text = command_line::Readable(*answer, cctz::utc_time_zone());
  Require(IsUtf8(text), "a terminal gets UTF-8");
  std::erase(text, '\n');
  Require(!HasControlCharacter(text), "nothing in an answer steers the terminal");
}

}  // namespace voronka::fuzz
