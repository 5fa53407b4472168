#include "tests/contract/sample_pipeline.h"

#include <google/protobuf/text_format.h>

#include <stdexcept>

namespace voronka::testing {
namespace {

constexpr char kStages[] = R"pb(
  name: "Пробная"
  stages {
    key: "new"
    name: "Новая"
    kind: KIND_OPEN
    checklist { key: "call" text: "Позвонить" }
    questionnaire {
      questions { key: "phone" text: "Как связаться?" field: "contact.phones" }
      verdicts { key: "ours" name: "Целевой" }
    }
  }
  stages { key: "won" name: "Успех" kind: KIND_WON }
  stages { key: "lost" name: "Отказ" kind: KIND_LOST }
  loss_reasons { key: "other" name: "Другое" }
)pb";

}  // namespace

crm::v1::Pipeline SamplePipeline(const std::string& key) {
  crm::v1::Pipeline pipeline;
  const bool parsed = google::protobuf::TextFormat::ParseFromString(kStages, &pipeline);
  if (!parsed) throw std::logic_error("not a pipeline");
  pipeline.set_key(key);
  return pipeline;
}

}  // namespace voronka::testing
