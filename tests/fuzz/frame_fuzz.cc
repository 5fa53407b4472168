#include <optional>

#include "gateway/dialects/envelope.h"
#include "gateway/dialects/refusals.h"
#include "tests/fuzz/target.h"

namespace voronka::fuzz {
namespace {

std::optional<std::string_view> MessageIn(std::string_view body) {
  try {
    return gateway::OnlyMessage(body);
  } catch (const gateway::Refused&) {
    return std::nullopt;
  }
}

}  // namespace

void Check(const std::string& input) {
  const auto message = MessageIn(input);
  Require(!message || gateway::Envelope(0, *message) == input, "a message is all that its frame holds");
  Require(MessageIn(gateway::Envelope(0, input)) == input, "what is put into a frame is in it");
}

}  // namespace voronka::fuzz
