#include "foundation/configuration/defaults.h"

#include "foundation/process/message_walk.h"
#include "voronka/config/v1/process.pb.h"

namespace voronka::process {
namespace {

using google::protobuf::DynamicCastToGenerated;

void Fill(config::v1::Process& process) {
  if (process.workers() == 0) process.set_workers(16);
  if (process.queue_limit() == 0) process.set_queue_limit(1024);
  if (!process.has_stop_grace()) process.mutable_stop_grace()->set_seconds(30);
  if (process.log().level() == config::v1::Log::LEVEL_UNSPECIFIED) {
    process.mutable_log()->set_level(config::v1::Log::LEVEL_INFO);
  }
}

void Fill(config::v1::Database& database) {
  if (!database.host().empty() && database.port() == 0) database.set_port(3306);
}

}  // namespace

void FillDefaults(google::protobuf::Message& configuration) {
  ForEachMessage(configuration, [](google::protobuf::Message& message, const std::string&) {
    if (auto* process = DynamicCastToGenerated<config::v1::Process>(&message)) Fill(*process);
    if (auto* database = DynamicCastToGenerated<config::v1::Database>(&message)) Fill(*database);
  });
}

}  // namespace voronka::process
