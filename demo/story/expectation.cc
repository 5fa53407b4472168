#include "demo/story/expectation.h"

#include <fmt/format.h>
#include <google/protobuf/text_format.h>

namespace voronka::demo {

std::string OneLine(const google::protobuf::Message& message) {
  google::protobuf::TextFormat::Printer printer;
  printer.SetSingleLineMode(true);
  printer.SetUseUtf8StringEscaping(true);
  std::string line;
  printer.PrintToString(message, &line);
  return line;
}

std::string LookAtDeal(int64_t deal_id) {
  return fmt::format("voronka crm.TimelineService.ListTimeline deal_id={}", deal_id);
}

std::string LookAtOffers(int64_t deal_id) {
  return fmt::format("voronka distribution.OfferService.ExplainDeal deal_id={}", deal_id);
}

std::string LookAtTask(int64_t task_id) { return fmt::format("voronka crm.TaskService.GetTask task_id={}", task_id); }

}  // namespace voronka::demo
