#include <google/protobuf/text_format.h>
#include <google/protobuf/util/message_differencer.h>

#include <optional>

#include "foundation/configuration/configuration.h"
#include "tests/foundation/process/temporary_folder.h"
#include "tests/fuzz/target.h"
#include "voronka/config/v1/services.pb.h"

namespace voronka::fuzz {
namespace {

using config::v1::Crm;
using google::protobuf::util::MessageDifferencer;

std::optional<Crm> Read(const std::string& text) {
  static const process::TemporaryFolder folder;
  try {
    return process::ReadConfiguration<Crm>(folder.Write("crm.textproto", text));
  } catch (const process::ConfigurationError&) {
    return std::nullopt;
  }
}

std::string Printed(const Crm& configuration) {
  std::string text;
  google::protobuf::TextFormat::PrintToString(configuration, &text);
  return text;
}

}  // namespace

void Check(const std::string& input) {
  const auto configuration = Read(input);
  if (!configuration) return;
  const auto& process = configuration->process();
  Require(!process.listen().empty() && process.workers() > 0 && process.queue_limit() > 0, "a service can serve");
  Require(!process.database().schema().empty(), "it has a database");
  const auto again = Read(Printed(*configuration));
  Require(again && MessageDifferencer::Equals(*again, *configuration), "a configuration is read as it is printed");
}

}  // namespace voronka::fuzz
