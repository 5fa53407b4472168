#include "foundation/configuration/rules.h"

#include <fmt/format.h>

#include "foundation/process/message_walk.h"

namespace voronka::process {

std::vector<std::string> Violations(google::protobuf::Message& configuration) {
  std::vector<std::string> violations;
  ForEachMessage(configuration, [&](google::protobuf::Message& message, const std::string& path) {
    const Report report = [&](std::string_view field, std::string_view reason) {
      violations.push_back(fmt::format("{}: {}", Join(path, field), reason));
    };
    CheckFields(message, report);
    CheckCombinations(message, report);
  });
  return violations;
}

}  // namespace voronka::process
