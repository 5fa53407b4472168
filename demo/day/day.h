#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "client/client.h"
#include "demo/story/narrator.h"
#include "demo/story/text.h"
#include "voronka/crm/v1/pipeline.pb.h"

namespace voronka::demo {

// What the scenes of a day work with. Each makes the deals that it needs, so that a day can be told many times.
struct Day {
  // A manager.
  client::Client& anna;
  // The head of sales, the РОП.
  client::Client& olga;
  Narrator& narrator;
  const std::vector<crm::v1::Pipeline>& pipelines;

  // As users see it.
  std::string StageName(std::string_view pipeline, std::string_view stage) const;
};

struct DayScene {
  Text title;
  // Throws StepFailed if something does not go as told.
  void (*play)(Day&);
};

}  // namespace voronka::demo
