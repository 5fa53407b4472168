#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/crm_service/configuration/configurations.h"

namespace voronka::testing {

// A field of deals, `delivery`, in a file.
inline const std::string kDeliveryField = R"(field_sets {
  entity: ENTITY_DEAL
  groups { key: "terms" name: "Условия" }
  fields { key: "delivery" label: "Доставка" kind: KIND_CHOICE group: "terms"
           choices { key: "courier" name: "доставка" } choices { key: "self" name: "самовывоз" } }
}
)";

// An account that Ольга, its admin, configures.
class ConfigurationTest : public ::testing::Test {
 protected:
  std::string ReasonOf(const google::protobuf::Message& request) { return FailureOf(olga(), request).reason(); }
  client::Client& olga() { return office_.olga; }

  std::vector<std::string> KeysOfPipelines() {
    std::vector<std::string> keys;
    const auto response = olga().Call<crm::v1::ListPipelinesResponse>(crm::v1::ListPipelinesRequest());
    for (const auto& pipeline : response.pipelines()) keys.push_back(pipeline.key());
    return keys;
  }

  crm::v1::FieldSet DealFields() {
    crm::v1::GetFieldSetRequest request;
    request.set_entity(crm::v1::ENTITY_DEAL);
    return olga().Call<crm::v1::FieldSet>(request);
  }

  Office office_;
};

}  // namespace voronka::testing
