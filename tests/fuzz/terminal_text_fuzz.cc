#include <algorithm>

#include "client/command_line/text_width.h"
#include "tests/fuzz/target.h"
#include "tests/fuzz/utf8.h"

namespace voronka::fuzz {

void Check(const std::string& input) {
  std::string text = command_line::Harmless(input);
  Require(command_line::Harmless(text) == text, "what is harmless stays as it is");
  Require(IsUtf8(text), "a terminal gets UTF-8");
  Require(command_line::DisplayWidth(command_line::Padded(text, input.size())) >= input.size(), "a column is filled");
  std::erase(text, '\n');
  Require(!HasControlCharacter(text), "nothing steers the terminal");
}

}  // namespace voronka::fuzz
