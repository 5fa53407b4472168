#pragma once

#include <string>
#include <vector>

#include "tests/crm_service/sales/properties/asked_fields.h"
#include "voronka/crm/v1/pipeline.pb.h"

namespace voronka::properties {

// What a run asks for and edits, few enough that writes often concern a rule.
struct Palette {
  std::vector<AskedField> fields;
  int64_t user_id;
};

Palette RandomPalette(Dice& dice, int64_t user_id);

// Stages of every kind with rules of every kind. The keys of the stages are the same in all pipelines, as those of many
// accounts are.
crm::v1::Pipeline RandomPipeline(Dice& dice, const std::string& key, const Palette& palette);

// The same stages, one more or one fewer, with other rules.
crm::v1::Pipeline Changed(Dice& dice, crm::v1::Pipeline pipeline, const Palette& palette);

// Stages and reasons without rules.
crm::v1::Pipeline BarePipeline(const std::string& key, int open_stages);

}  // namespace voronka::properties
