#include <functional>

#include "gateway/dialects/refusals.h"
#include "gateway/dialects/timeouts.h"
#include "tests/fuzz/target.h"

namespace voronka::fuzz {
namespace {

using Timeout = std::optional<std::chrono::milliseconds>;

Timeout Read(const std::function<Timeout(std::string_view)>& read, const std::string& text) {
  try {
    return read(text);
  } catch (const gateway::Refused&) {
    return std::nullopt;
  }
}

}  // namespace

void Check(const std::string& input) {
  for (const auto& read : {gateway::GrpcTimeout, gateway::ConnectTimeout}) {
    const auto timeout = Read(read, input);
    Require(!timeout || (*timeout >= timeout->zero() && *timeout <= std::chrono::days(366)),
            "a time from now is one that clocks hold");
  }
}

}  // namespace voronka::fuzz
